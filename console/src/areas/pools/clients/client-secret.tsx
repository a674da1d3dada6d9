import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { pools } from '../../../texts/en/pools.ts';

const texts = pools.clients;

/** The secret of a client, shown when somebody asks for it. */
export function ClientSecret({ secret }: { readonly secret: string | undefined }): JSX.Element {
  const [isShown, setShown] = useState(false);
  if (secret === undefined) return <>{texts.noSecret}</>;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {isShown && <CopyText text={secret} />}
      <Button
        variant="inline-link"
        ariaLabel={isShown ? texts.hideSecret : texts.showSecret}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? texts.hide : texts.show}
      </Button>
    </SpaceBetween>
  );
}

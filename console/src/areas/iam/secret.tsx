import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { CopyText } from '../../parts/copy-text.tsx';
import { iam as texts } from '../../texts/en/iam.ts';

interface Props {
  readonly text: string;
  /** What is no secret is shown at once. */
  readonly isShown?: boolean;
}

/** A secret behind dots, to be copied or shown. */
export function Secret({ text, isShown = false }: Props): JSX.Element {
  const [isVisible, setVisible] = useState(isShown);
  if (isVisible) return <CopyText text={text} />;
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <span aria-hidden="true">••••••••••••</span>
      <Button variant="inline-link" onClick={() => setVisible(true)}>
        {texts.show}
      </Button>
    </SpaceBetween>
  );
}

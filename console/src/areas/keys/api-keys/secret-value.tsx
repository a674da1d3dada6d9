import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type JSX, useState } from 'react';
import { useCall } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { keys as texts } from '../../../texts/en/keys.ts';
import { parts } from '../../../texts/en/parts.ts';

interface Props {
  readonly keyId: string;
  readonly name: string;
}

/** The value of a key, read only when it is asked for, and kept no longer than it is shown. */
export function SecretValue({ keyId, name }: Props): JSX.Element {
  const [isShown, setShown] = useState(false);
  if (isShown) return <ShownValue keyId={keyId} name={name} onHide={() => setShown(false)} />;
  return (
    <Button variant="inline-link" ariaLabel={texts.showOf(name)} onClick={() => setShown(true)}>
      {texts.show}
    </Button>
  );
}

function ShownValue({ keyId, name, onHide }: Props & { onHide(): void }): JSX.Element {
  const key = useCall('apigateway', 'getApiKey', { apiKey: keyId, includeValue: true }, { isSecret: true });
  if (key.error) return <ErrorAlert error={key.error} retry={() => key.refetch()} />;
  if (key.data === undefined) return <StatusIndicator type="loading">{parts.loading}</StatusIndicator>;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <CopyText text={key.data.value ?? ''} />
      <Button variant="inline-link" ariaLabel={texts.hideOf(name)} onClick={onHide}>
        {texts.hide}
      </Button>
    </SpaceBetween>
  );
}

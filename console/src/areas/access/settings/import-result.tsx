import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { useHref } from '../../../routing/index.ts';
import { apiSettings } from '../../../texts/en/api-settings.ts';

const texts = apiSettings.import;

interface Props {
  readonly apiId: string;
  readonly warnings: readonly string[];
}

/** That an API was updated, and what of the definition was left out. */
export function ImportResult({ apiId, warnings }: Props): JSX.Element {
  const href = useHref();
  const resources = <Button href={href(`/apis/${apiId}/resources`)}>{texts.resources}</Button>;
  if (warnings.length === 0) {
    return (
      <Alert type="success" header={texts.done} action={resources}>
        {texts.nothingLeftOut}
      </Alert>
    );
  }
  return (
    <Alert type="warning" header={texts.leftOut} action={resources}>
      {texts.done}
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Alert>
  );
}

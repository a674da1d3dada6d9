import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Read } from '../../data/index.ts';
import { parts as texts } from '../../texts/en/parts.ts';
import { CodeEditor } from '../code-editor/index.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import type { Rendering } from './use-preview.ts';

interface Props {
  readonly preview: Read<Rendering>;
}

/** What a template makes of a sample, or why it fails. */
export function PreviewOutput({ preview }: Props): JSX.Element {
  const { error, output = '', requestOverride, responseOverride } = preview.data ?? {};
  return (
    <SpaceBetween size="s">
      {preview.error && <ErrorAlert error={preview.error} />}
      {error ? (
        <Alert type="error" header={texts.templates.failed(error.line, error.column)}>
          {error.message}
        </Alert>
      ) : (
        <FormField label={texts.templates.output} stretch>
          <CodeEditor value={output} language="json" label={texts.templates.output} />
        </FormField>
      )}
      <Overrides title={texts.templates.requestOverride} values={requestOverride} />
      <Overrides title={texts.templates.responseOverride} values={responseOverride} />
    </SpaceBetween>
  );
}

/** What the template sets besides its output, as `$context.requestOverride`. */
function Overrides({
  title,
  values = {},
}: {
  readonly title: string;
  readonly values: Rendering['requestOverride'];
}): JSX.Element | null {
  const set = Object.entries(values).flatMap(([kind, value]): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, text]) => `${kind}.${name}: ${text}`)
      : [`${kind}: ${value}`],
  );
  if (set.length === 0) return null;
  return (
    <div>
      <Box variant="awsui-key-label">{title}</Box>
      {set.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Read } from '../../data/index.ts';
import { parts as texts } from '../../texts/en/parts.ts';
import { CodeEditor } from '../code-editor/index.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { paramsOf, type Sample } from './sample.ts';
import type { Rendering } from './use-preview.ts';

interface Props {
  readonly sample: Sample;
  onChange(sample: Sample): void;
  readonly preview: Read<Rendering>;
}

/** The sample beside what the template makes of it. */
export function TemplatePreview({ sample, onChange, preview }: Props): JSX.Element {
  const { error, output = '' } = preview.data ?? {};
  const isBroken = paramsOf(sample) === undefined;
  return (
    <ColumnLayout columns={2}>
      <SpaceBetween size="s">
        <FormField label={texts.templates.sampleBody} stretch>
          <CodeEditor
            value={sample.body}
            language="json"
            label={texts.templates.sampleBody}
            onChange={(body) => onChange({ ...sample, body })}
          />
        </FormField>
        <FormField label={texts.templates.sampleParams} errorText={isBroken ? texts.templates.noJson : ''} stretch>
          <CodeEditor
            value={sample.params}
            language="json"
            label={texts.templates.sampleParams}
            onChange={(params) => onChange({ ...sample, params })}
          />
        </FormField>
      </SpaceBetween>
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
        <Overrides title={texts.templates.requestOverride} values={preview.data?.requestOverride} />
        <Overrides title={texts.templates.responseOverride} values={preview.data?.responseOverride} />
      </SpaceBetween>
    </ColumnLayout>
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

import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { parts as texts } from '../../texts/en/parts.ts';
import { CodeEditor } from '../code-editor/index.tsx';
import { jsonOf, type Sample } from './sample.ts';

interface Props {
  readonly sample: Sample;
  onChange(sample: Sample): void;
}

/** What a template is tried with. */
export function SampleFields({ sample, onChange }: Props): JSX.Element {
  const { sampleParams, sampleContext, sampleVariables } = texts.templates;
  return (
    <SpaceBetween size="s">
      <FormField label={texts.templates.sampleBody} stretch>
        <CodeEditor
          value={sample.body}
          language="json"
          label={texts.templates.sampleBody}
          onChange={(body) => onChange({ ...sample, body })}
        />
      </FormField>
      <JsonField label={sampleParams} value={sample.params} onChange={(params) => onChange({ ...sample, params })} />
      {sample.context !== undefined && (
        <JsonField
          label={sampleContext}
          value={sample.context}
          onChange={(context) => onChange({ ...sample, context })}
        />
      )}
      {sample.stageVariables !== undefined && (
        <JsonField
          label={sampleVariables}
          value={sample.stageVariables}
          onChange={(stageVariables) => onChange({ ...sample, stageVariables })}
        />
      )}
    </SpaceBetween>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

function JsonField({ label, value, onChange }: FieldProps): JSX.Element {
  return (
    <FormField label={label} errorText={jsonOf(value) === undefined ? texts.templates.noJson : ''} stretch>
      <CodeEditor value={value} language="json" label={label} onChange={onChange} minLines={3} />
    </FormField>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { CodeEditor, type Problem } from '../../../parts/code-editor/index.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { JsonEditor, type ReadJson } from '../../../parts/json-editor/index.tsx';
import { models as texts } from '../../../texts/en/models.ts';
import { modelUrl } from '../model-url.ts';
import { isJsonType } from './schema-problems.ts';

interface Props {
  readonly apiId: string;
  readonly contentType: string;
  readonly value: string;
  onChange(schema: string): void;
  check(json: ReadJson): readonly Problem[];
}

const LINES = 12;

/** A model's schema, with what is wrong with it as it is typed. */
export function SchemaEditor({ apiId, contentType, value, onChange, check }: Props): JSX.Element {
  const { schema: label, reference } = texts.fields;
  if (!isJsonType(contentType)) {
    return (
      <FormField label={label} stretch>
        <CodeEditor value={value} onChange={onChange} language="text" label={label} minLines={LINES} />
      </FormField>
    );
  }
  const example = <CopyText text={`{"$ref": "${modelUrl(apiId, 'NAME')}"}`} />;
  return (
    <FormField
      label={label}
      constraintText={
        <>
          {reference} {example}
        </>
      }
      stretch
    >
      <JsonEditor
        value={value}
        onChange={onChange}
        label={label}
        check={check}
        validText={texts.problems.none}
        minLines={LINES}
      />
    </FormField>
  );
}

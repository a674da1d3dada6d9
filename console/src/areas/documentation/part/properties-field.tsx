import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import type { Problem } from '../../../parts/code-editor/index.tsx';
import { JsonEditor, type ReadJson, readJson } from '../../../parts/json-editor/index.tsx';
import { documentation } from '../../../texts/en/documentation.ts';

const texts = documentation.part;

interface Props {
  readonly value: string;
  onChange(value: string): void;
}

/** A part's content. */
export function PropertiesField({ value, onChange }: Props): JSX.Element {
  return (
    <FormField label={texts.properties} description={texts.propertiesHint} stretch>
      <JsonEditor
        value={value}
        onChange={onChange}
        label={texts.properties}
        check={checkObject}
        validText={texts.valid}
        minLines={8}
      />
    </FormField>
  );
}

/** Whether the server takes a content. */
export function isContent(text: string): boolean {
  const json = readJson(text);
  return json.problems.length === 0 && checkObject(json).length === 0;
}

function checkObject({ value }: ReadJson): readonly Problem[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? [] : [{ line: 1, message: texts.noObject }];
}

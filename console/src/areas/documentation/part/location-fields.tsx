import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { type DocumentationPartLocation, LOCATION_FIELDS } from '../../../../../src/model/documentation/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { isType, readLocation } from '../location.ts';

const texts = documentation.part;

interface Props {
  readonly value: DocumentationPartLocation;
  onChange(location: DocumentationPartLocation): void;
}

/** What a part is about: a type, and the fields that it has. */
export function LocationFields({ value, onChange }: Props): JSX.Element {
  const types = Object.entries(documentation.types).map(([type, label]) => ({ value: type, label }));
  const choose = (type: string): void => {
    if (isType(type)) onChange(readLocation(type, value));
  };
  return (
    <SpaceBetween size="l">
      <FormField label={texts.type}>
        <Select
          selectedOption={types.find((type) => type.value === value.type) ?? null}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
          options={types}
        />
      </FormField>
      {LOCATION_FIELDS[value.type].map((field) => (
        <FormField key={field} label={texts.fields[field]} constraintText={texts.hints[field]}>
          <Input
            value={value[field] ?? ''}
            onChange={({ detail }) => onChange({ ...value, [field]: detail.value })}
            spellcheck={false}
            autoComplete={false}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}

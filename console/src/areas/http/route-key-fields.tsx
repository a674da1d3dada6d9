import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { http } from '../../texts/en/http.ts';
import { DEFAULT_ROUTE, METHODS, type RouteParts } from './route-key.ts';

const texts = http.route.key;
const OPTIONS = [
  ...METHODS.map((value) => ({ value, label: value })),
  { value: DEFAULT_ROUTE, label: DEFAULT_ROUTE, description: texts.defaultDescription },
];

interface Props {
  readonly value: RouteParts;
  onChange(value: RouteParts): void;
}

/** Which requests a route takes. */
export function RouteKeyFields({ value, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.method}>
        <Select
          options={OPTIONS}
          selectedOption={OPTIONS.find((option) => option.value === value.method) ?? null}
          onChange={({ detail }) => onChange({ ...value, method: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      {value.method !== DEFAULT_ROUTE && (
        <FormField label={texts.path} constraintText={texts.pathHint}>
          <Input
            value={value.path}
            onChange={({ detail }) => onChange({ ...value, path: detail.value })}
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

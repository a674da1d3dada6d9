import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { JSX } from 'react';
import { apis as texts } from '../../texts/en/apis.ts';

export type EndpointType = 'REGIONAL' | 'EDGE' | 'PRIVATE';
const TYPES: readonly EndpointType[] = ['REGIONAL', 'EDGE', 'PRIVATE'];

interface Props {
  readonly value: EndpointType;
  onChange(value: EndpointType): void;
}

/** `endpointConfiguration.types`, of which an API has one. */
export function EndpointTypeField({ value, onChange }: Props): JSX.Element {
  return (
    <FormField label={texts.create.endpoint.label} description={texts.create.endpoint.description}>
      <RadioGroup
        value={value}
        onChange={({ detail }) => onChange(TYPES.find((type) => type === detail.value) ?? 'REGIONAL')}
        items={TYPES.map((type) => ({ value: type, ...texts.create.endpoint.types[type] }))}
      />
    </FormField>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { manyOptions } from '../../../parts/many-options.ts';
import { resources as texts } from '../../../texts/en/resources.ts';

interface Props {
  readonly value: string;
  onChange(id: string): void;
}

export function VpcLinkField({ value, onChange }: Props): JSX.Element {
  const links = useAll('apigateway', 'getVpcLinks', { limit: 500 }, (page) => page.items);
  const options = (links.data ?? []).map(({ id = '', name = '' }) => ({ value: id, label: name, description: id }));
  return (
    <FormField label={texts.integration.vpcLink}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? (value === '' ? null : { value })}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
        options={options}
        {...manyOptions(texts.integration.vpcLink, options.length)}
        statusType={links.isPending ? 'loading' : 'finished'}
        placeholder={texts.choose}
        empty={texts.integration.noVpcLinks}
      />
    </FormField>
  );
}

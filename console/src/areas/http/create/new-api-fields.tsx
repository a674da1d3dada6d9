import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import type { JSX } from 'react';
import { FunctionField } from '../../../parts/function-field.tsx';
import { apis } from '../../../texts/en/apis.ts';
import { http } from '../../../texts/en/http.ts';
import { RouteKeyFields } from '../route-key-fields.tsx';
import { type NewApi, TARGETS } from './quick-create.ts';

const texts = http.create;

interface Props {
  readonly draft: NewApi;
  onChange(draft: NewApi): void;
}

export function NewApiFields({ draft, onChange }: Props): JSX.Element {
  const { name, description, target, functionArn, url, route } = draft;
  const set = (changes: Partial<NewApi>): void => onChange({ ...draft, ...changes });
  return (
    <SpaceBetween size="l">
      <FormField label={apis.create.name}>
        <Input value={name} onChange={({ detail }) => set({ name: detail.value })} autoComplete={false} autoFocus />
      </FormField>
      <FormField label={apis.create.descriptionField} stretch>
        <Input value={description} onChange={({ detail }) => set({ description: detail.value })} autoComplete={false} />
      </FormField>
      <FormField label={texts.integration} description={texts.integrationHint} stretch>
        <Tiles
          ariaLabel={texts.integration}
          columns={3}
          value={target}
          onChange={({ detail }) => set({ target: TARGETS.find((known) => known === detail.value) ?? target })}
          items={TARGETS.map((value) => ({ value, ...texts.targets[value] }))}
        />
      </FormField>
      {target === 'function' && <FunctionField value={functionArn} onChange={(arn) => set({ functionArn: arn })} />}
      {target === 'http' && (
        <FormField label={http.integration.url} constraintText={http.integration.urlHint} stretch>
          <Input
            value={url}
            onChange={({ detail }) => set({ url: detail.value })}
            placeholder="https://backend.example.com/{proxy}"
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
      )}
      {target !== 'none' && <RouteKeyFields value={route} onChange={(key) => set({ route: key })} />}
    </SpaceBetween>
  );
}

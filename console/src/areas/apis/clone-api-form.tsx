import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction, useAll } from '../../data/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';
import { ApiForm } from './api-form.tsx';
import { NameFields } from './name-fields.tsx';
import { useCreated } from './use-created.tsx';

/** A copy of resources, methods, models and settings, without stages (`CreateRestApi`, `cloneFrom`). */
export function CloneApiForm(): JSX.Element {
  const apis = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) => page.items);
  const [cloneFrom, setCloneFrom] = useState('');
  const [names, setNames] = useState({ name: '', description: '' });
  const create = useAction('apigateway', 'createRestApi');
  const created = useCreated();
  const { name, description } = names;
  const options = (apis.data ?? []).map((api) => ({
    value: api.id ?? '',
    label: api.name ?? '',
    description: api.id ?? '',
  }));
  return (
    <ApiForm
      title={texts.create.details}
      submitText={texts.create.submit}
      canSubmit={name.trim() !== '' && cloneFrom !== ''}
      isRunning={create.isRunning}
      error={create.error ?? apis.error}
      onSubmit={() => create.run({ name, cloneFrom, ...(description !== '' && { description }) }, created)}
    >
      <FormField label={texts.create.clone.source} description={texts.create.clone.description}>
        <Select
          selectedOption={options.find(({ value }) => value === cloneFrom) ?? null}
          onChange={({ detail }) => setCloneFrom(detail.selectedOption.value ?? '')}
          options={options}
          filteringType="auto"
          virtualScroll
          statusType={apis.isPending ? 'loading' : 'finished'}
          placeholder={texts.create.clone.choose}
          empty={texts.create.clone.none}
        />
      </FormField>
      <NameFields {...names} onChange={setNames} />
    </ApiForm>
  );
}

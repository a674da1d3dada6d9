import { type JSX, useState } from 'react';
import { useAction } from '../../data/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';
import { ApiForm } from './api-form.tsx';
import { type EndpointType, EndpointTypeField } from './endpoint-type-field.tsx';
import { NameFields } from './name-fields.tsx';
import { useCreated } from './use-created.tsx';

export function NewApiForm(): JSX.Element {
  const [names, setNames] = useState({ name: '', description: '' });
  const [endpoint, setEndpoint] = useState<EndpointType>('REGIONAL');
  const create = useAction('apigateway', 'createRestApi');
  const created = useCreated();
  const { name, description } = names;
  return (
    <ApiForm
      title={texts.create.details}
      submitText={texts.create.submit}
      canSubmit={name.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={() =>
        create.run(
          { name, ...(description !== '' && { description }), endpointConfiguration: { types: [endpoint] } },
          created,
        )
      }
    >
      <NameFields {...names} onChange={setNames} />
      <EndpointTypeField value={endpoint} onChange={setEndpoint} />
    </ApiForm>
  );
}

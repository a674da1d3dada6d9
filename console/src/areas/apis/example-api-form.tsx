import Box from '@cloudscape-design/components/box';
import { type JSX, useState } from 'react';
import { useAction } from '../../data/index.ts';
import { CodeEditor } from '../../parts/code-editor/index.tsx';
import { apis as texts } from '../../texts/en/apis.ts';
import { ApiForm } from './api-form.tsx';
import { type EndpointType, EndpointTypeField } from './endpoint-type-field.tsx';
import { PET_STORE } from './pet-store.ts';
import { useCreated } from './use-created.tsx';

/** AWS's console's PetStore; its answers are mocked here, so that it works without a network. */
export function ExampleApiForm(): JSX.Element {
  const [endpoint, setEndpoint] = useState<EndpointType>('REGIONAL');
  const create = useAction('apigateway', 'importRestApi');
  const created = useCreated();
  return (
    <ApiForm
      title={texts.create.example.title}
      submitText={texts.create.submit}
      canSubmit
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={() =>
        create.run(
          { body: new TextEncoder().encode(PET_STORE), parameters: { endpointConfigurationTypes: endpoint } },
          created,
        )
      }
    >
      <Box variant="p">{texts.create.example.description}</Box>
      <CodeEditor value={PET_STORE} label={texts.create.import.definition} language="json" maxLines={20} />
      <EndpointTypeField value={endpoint} onChange={setEndpoint} />
    </ApiForm>
  );
}

import Checkbox from '@cloudscape-design/components/checkbox';
import { type JSX, useState } from 'react';
import { useAction } from '../../data/index.ts';
import { OpenApiField } from '../../parts/openapi-field.tsx';
import { apis as texts } from '../../texts/en/apis.ts';
import { ApiForm } from './api-form.tsx';
import { type EndpointType, EndpointTypeField } from './endpoint-type-field.tsx';
import { useCreated } from './use-created.tsx';

/** An API from an OpenAPI definition, in JSON or YAML, pasted or from a file. */
export function ImportApiForm(): JSX.Element {
  const [definition, setDefinition] = useState('');
  const [endpoint, setEndpoint] = useState<EndpointType>('REGIONAL');
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const create = useAction('apigateway', 'importRestApi');
  const created = useCreated();
  return (
    <ApiForm
      title={texts.create.import.title}
      submitText={texts.create.import.submit}
      canSubmit={definition.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={() =>
        create.run(
          {
            body: new TextEncoder().encode(definition),
            failOnWarnings,
            parameters: { endpointConfigurationTypes: endpoint },
          },
          created,
        )
      }
    >
      <OpenApiField value={definition} onChange={setDefinition} />
      <Checkbox
        checked={failOnWarnings}
        onChange={({ detail }) => setFailOnWarnings(detail.checked)}
        description={texts.create.import.failOnWarningsDescription}
      >
        {texts.create.import.failOnWarnings}
      </Checkbox>
      <EndpointTypeField value={endpoint} onChange={setEndpoint} />
    </ApiForm>
  );
}

import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { AwsClient } from '../../aws/index.ts';
import { allowInvocation, orUndo, useSteps } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { SaveForm } from '../../parts/save-form.tsx';
import { useNavigate } from '../../routing/index.ts';
import { useAws, useSession } from '../../session/index.ts';
import { resources as texts } from '../../texts/en/resources.ts';
import { type Draft, integrationOf, isComplete, NEW_DRAFT } from './integration/integration.ts';
import { KindFields } from './integration/kind-fields.tsx';
import { MappingFields } from './integration/mapping-fields.tsx';
import { methodSource } from './integration/method-source.ts';
import type { MethodPlace } from './method/use-method.ts';
import type { TreeResource } from './use-resources.ts';

const VERBS = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

interface Props {
  readonly apiId: string;
  readonly resource: TreeResource;
}

/** Makes a method with its integration, and the 200 that AWS's console gives both. */
export function CreateMethod({ apiId, resource }: Props): JSX.Element {
  const aws = useAws();
  const { signedIn } = useSession();
  const navigate = useNavigate();
  const notify = useNotify();
  const [httpMethod, setHttpMethod] = useState('');
  const [draft, setDraft] = useState(NEW_DRAFT);
  const account = signedIn?.identity.account ?? '';
  const create = useSteps('apigateway', async () => {
    const method = { restApiId: apiId, resourceId: resource.id, httpMethod };
    await aws.call('apigateway', 'putMethod', {
      ...method,
      authorizationType: 'NONE',
      requestParameters: pathParameters(resource.path),
    });
    await orUndo(
      () => fillMethod(aws, method, draft),
      () => aws.call('apigateway', 'deleteMethod', method),
    );
    if (draft.kind === 'lambda' && draft.credentials === '') {
      const source = methodSource({ region: aws.region, account, restApiId: apiId, httpMethod, path: resource.path });
      await allowInvocation(aws, draft.functionArn, source);
    }
  });
  const place = `/apis/${apiId}/resources/${resource.id}`;
  return (
    <Container header={<Header variant="h2">{texts.createMethod.title(resource.path)}</Header>}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={httpMethod !== '' && isComplete(draft)}
        saveText={texts.createMethod.submit}
        onCancel={() => navigate(place)}
        onSave={() =>
          create.run(undefined, () => {
            notify({ type: 'success', content: texts.created(`${httpMethod} ${resource.path}`) });
            navigate(`${place}/${httpMethod}`);
          })
        }
      >
        <SpaceBetween size="l">
          <FormField label={texts.createMethod.type}>
            <Select
              selectedOption={httpMethod === '' ? null : { value: httpMethod }}
              onChange={({ detail }) => setHttpMethod(detail.selectedOption.value ?? '')}
              options={VERBS.map((value) => ({ value, disabled: resource.methods.includes(value) }))}
              placeholder={texts.createMethod.chooseType}
            />
          </FormField>
          <KindFields draft={draft} onChange={setDraft} />
          <MappingFields apiId={apiId} draft={draft} onChange={setDraft} cacheable={[]} />
        </SpaceBetween>
      </SaveForm>
    </Container>
  );
}

/** Gives a new method its integration, and the 200. */
async function fillMethod(aws: AwsClient, method: MethodPlace, draft: Draft): Promise<void> {
  const integration = integrationOf(draft, aws.region);
  await aws.call('apigateway', 'putIntegration', { ...method, ...integration });
  await aws.call('apigateway', 'putMethodResponse', { ...method, statusCode: '200' });
  if (integration.type?.endsWith('_PROXY')) return;
  await aws.call('apigateway', 'putIntegrationResponse', { ...method, statusCode: '200' });
}

/** What stands in the path's braces is always there. */
function pathParameters(path: string): Readonly<Record<string, boolean>> {
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name) => [`method.request.path.${name}`, true]));
}

import Container from '@cloudscape-design/components/container';
import { type JSX, useRef } from 'react';
import { useSteps } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import { http } from '../../../texts/en/http.ts';
import { allowRoutes } from './allow-routes.ts';
import { isWhole, NEW_INTEGRATION, settingsOf } from './draft.ts';
import { IntegrationFields } from './integration-fields.tsx';

const texts = http.integrations.create;

/** Makes an integration, and attaches it to the route that asked for one (`?route=ID`). */
export default function CreateIntegrationPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const [routeId] = useQueryParam('route');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_INTEGRATION);
  const create = useCreateIntegration(apiId, routeId);
  const list = `/apis/${apiId}/integrations`;
  return (
    <Page title={texts.title} trail={[...trail, { text: http.integrations.title, path: list }]}>
      <Container>
        <SaveForm
          saveText={texts.button}
          canSave={isWhole(draft)}
          isRunning={create.isRunning}
          error={create.error}
          onSave={() =>
            create.run(draft, (integrationId) => {
              notify({ type: 'success', content: texts.done });
              navigate(routeId === '' ? `${list}/${integrationId}` : `/apis/${apiId}/routes/${routeId}`);
            })
          }
          onCancel={() => navigate(routeId === '' ? list : `/apis/${apiId}/routes/${routeId}`)}
        >
          <IntegrationFields draft={draft} onChange={set} />
        </SaveForm>
      </Container>
    </Page>
  );
}

/** The function's leave, the integration, the route; what was made before a step failed is not made again. */
function useCreateIntegration(ApiId: string, RouteId: string) {
  const aws = useAws();
  const { signedIn } = useSession();
  const made = useRef<string>(undefined);
  return useSteps('apigatewayv2', async (draft: typeof NEW_INTEGRATION) => {
    await allowRoutes(aws, signedIn?.identity.account ?? '', ApiId, draft);
    const settings = settingsOf(draft);
    const { IntegrationId = '' } =
      made.current === undefined
        ? await aws.call('apigatewayv2', 'createIntegration', { ApiId, ...settings })
        : await aws.call('apigatewayv2', 'updateIntegration', { ApiId, IntegrationId: made.current, ...settings });
    made.current = IntegrationId;
    if (RouteId === '') return IntegrationId;
    await aws.call('apigatewayv2', 'updateRoute', { ApiId, RouteId, Target: `integrations/${IntegrationId}` });
    return IntegrationId;
  });
}

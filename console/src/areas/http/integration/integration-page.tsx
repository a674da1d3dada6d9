import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { DeployButton } from '../deploy-button.tsx';
import { integrationIdOf, integrationName } from '../integration-name.ts';
import { RouteLinks } from '../route-links.tsx';
import { DeleteIntegration } from './delete-integration.tsx';
import { DetailsBox } from './details-box.tsx';
import { RequestMappingBox } from './mapping/request-mapping-box.tsx';
import { ResponseMappingBox } from './mapping/response-mapping-box.tsx';

/** One integration: what it leads to, what it changes on the way, which routes lead to it. */
export default function IntegrationPage(): JSX.Element {
  const { apiId, integrationId } = usePageParams('apiId', 'integrationId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const integration = useCall('apigatewayv2', 'getIntegration', { ApiId: apiId, IntegrationId: integrationId });
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/integrations`;
  return (
    <Page
      title={integration.data ? integrationName(integration.data) : integrationId}
      trail={[...trail, { text: http.integrations.title, path: list }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <DeployButton apiId={apiId} />
          <Button disabled={!integration.data} onClick={() => setDialog('delete')}>
            {http.integration.delete.button}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={integration}>
        {(data) => (
          <>
            <SpaceBetween size="l">
              <DetailsBox apiId={apiId} integration={data} />
              <RequestMappingBox apiId={apiId} integration={data} />
              <ResponseMappingBox apiId={apiId} integration={data} />
              <RouteLinks
                apiId={apiId}
                title={http.integration.routes.title}
                empty={http.integration.routes.none}
                isShown={({ Target }) => integrationIdOf(Target) === integrationId}
              />
            </SpaceBetween>
            {dialog === 'delete' && (
              <DeleteIntegration
                apiId={apiId}
                integration={data}
                onClose={() => setDialog('')}
                onDeleted={() => navigate(list, { replace: true })}
              />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

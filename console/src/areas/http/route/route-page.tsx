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
import { AuthorizationBox } from './authorization-box.tsx';
import { DeleteRoute } from './delete-route.tsx';
import { DetailsBox } from './details-box.tsx';
import { IntegrationBox } from './integration-box.tsx';

const texts = http.route;

/** One route: which requests it takes, who may send them, and what answers. */
export default function RoutePage(): JSX.Element {
  const { apiId, routeId } = usePageParams('apiId', 'routeId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const route = useCall('apigatewayv2', 'getRoute', { ApiId: apiId, RouteId: routeId });
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/routes`;
  return (
    <Page
      title={route.data?.RouteKey ?? routeId}
      trail={[...trail, { text: http.routes.title, path: list }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <DeployButton apiId={apiId} />
          <Button disabled={!route.data} onClick={() => setDialog('delete')}>
            {texts.delete.button}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={route}>
        {(data) => (
          <>
            <SpaceBetween size="l">
              <DetailsBox apiId={apiId} route={data} />
              <AuthorizationBox apiId={apiId} route={data} />
              <IntegrationBox apiId={apiId} route={data} />
            </SpaceBetween>
            {dialog === 'delete' && (
              <DeleteRoute
                apiId={apiId}
                route={data}
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

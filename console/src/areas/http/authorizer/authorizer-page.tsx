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
import { RouteLinks } from '../route-links.tsx';
import { DeleteAuthorizer } from './delete-authorizer.tsx';
import { DetailsBox } from './details-box.tsx';

const texts = http.authorizer;

/** One authorizer, and the routes that it guards. */
export default function AuthorizerPage(): JSX.Element {
  const { apiId, authorizerId } = usePageParams('apiId', 'authorizerId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const authorizer = useCall('apigatewayv2', 'getAuthorizer', { ApiId: apiId, AuthorizerId: authorizerId });
  const [dialog, setDialog] = useQueryParam('dialog');
  const list = `/apis/${apiId}/authorizers`;
  return (
    <Page
      title={authorizer.data?.Name ?? authorizerId}
      trail={[...trail, { text: http.authorizers.title, path: list }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <DeployButton apiId={apiId} />
          <Button disabled={!authorizer.data} onClick={() => setDialog('delete')}>
            {texts.delete.button}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={authorizer}>
        {(data) => (
          <>
            <SpaceBetween size="l">
              <DetailsBox apiId={apiId} authorizer={data} />
              <RouteLinks
                apiId={apiId}
                title={texts.routes.title}
                empty={texts.routes.none}
                isShown={({ AuthorizerId }) => AuthorizerId === authorizerId}
              />
            </SpaceBetween>
            {dialog === 'delete' && (
              <DeleteAuthorizer
                apiId={apiId}
                authorizer={data}
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

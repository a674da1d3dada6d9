import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { joined, mapped } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { DeployButton } from '../deploy-button.tsx';
import { compareRouteKeys } from '../route-key.ts';
import { useAuthorizers, useIntegrations, useRoutes } from '../use-http-api.ts';
import { routeColumns } from './columns.tsx';
import { CreateRoute } from './create-route.tsx';

const texts = http.routes;

/** All routes of an HTTP API. */
export default function RouteListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const routes = useRoutes(apiId);
  const integrations = useIntegrations(apiId);
  const authorizers = useAuthorizers(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const create = <Button onClick={() => setDialog('create')}>{texts.create.button}</Button>;
  const sorted = mapped(routes, (list) =>
    list.toSorted((a, b) => compareRouteKeys(a.RouteKey ?? '', b.RouteKey ?? '')),
  );
  // The table looks its columns up once per list, so it waits for the names that they show.
  const named = joined<unknown>(integrations, authorizers);
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={{ ...sorted, isPending: sorted.isPending || named.isPending }}
        columns={routeColumns(apiId, integrations.data ?? [], authorizers.data ?? [], href)}
        id={({ RouteId = '' }) => RouteId}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={http.refresh} onClick={() => routes.refetch()} />
            <DeployButton apiId={apiId} />
            <Button variant="primary" onClick={() => setDialog('create')}>
              {texts.create.button}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateRoute apiId={apiId} onClose={() => setDialog('')} />}
    </Page>
  );
}

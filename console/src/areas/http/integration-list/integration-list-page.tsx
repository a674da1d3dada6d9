import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { BreakingText } from '../../../parts/breaking-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { parts } from '../../../texts/en/parts.ts';
import { integrationIdOf, integrationName } from '../integration-name.ts';
import { ItemListPage } from '../item-list-page.tsx';
import { type Integration, type Route, useIntegrations, useRoutes } from '../use-http-api.ts';

const texts = http.integrations;

/** All integrations of an HTTP API. */
export default function IntegrationListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const integrations = useIntegrations(apiId);
  const routes = useRoutes(apiId);
  return (
    <ItemListPage
      apiId={apiId}
      texts={texts}
      // The table looks its columns up once per list, so there is none until the routes are there that they show.
      query={routes.isPending ? { ...integrations, data: undefined, isPending: true } : integrations}
      columns={columns(apiId, routes.data ?? [], href)}
      id={({ IntegrationId = '' }) => IntegrationId}
      create={href(`/apis/${apiId}/integrations/create`)}
    />
  );
}

/** What stands in a row; the integration's own page has all. */
const MOST_KEYS = 3;

function RouteKeys({ keys }: { readonly keys: readonly string[] }): JSX.Element {
  const more = keys.length - MOST_KEYS;
  return (
    <>
      {keys.length === 0 && parts.none}
      {keys.slice(0, MOST_KEYS).map((key) => (
        <div key={key}>
          <BreakingText text={key} />
        </div>
      ))}
      {more > 0 && <Box color="text-body-secondary">{texts.more(more)}</Box>}
    </>
  );
}

function keysOf(routes: readonly Route[], { IntegrationId }: Integration): readonly string[] {
  return routes.filter(({ Target }) => integrationIdOf(Target) === IntegrationId).map(({ RouteKey = '' }) => RouteKey);
}

function columns(
  apiId: string,
  routes: readonly Route[],
  href: (path: string) => string,
): readonly Column<Integration>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'target',
      header: headers.target,
      value: integrationName,
      cell: (integration) => (
        <Link href={href(`/apis/${apiId}/integrations/${integration.IntegrationId}`)}>
          {integrationName(integration)}
        </Link>
      ),
      isRowHeader: true,
      minWidth: 220,
    },
    {
      id: 'type',
      header: headers.type,
      value: ({ IntegrationType = '' }) => http.integration.types[IntegrationType] ?? IntegrationType,
      minWidth: 130,
    },
    {
      id: 'routes',
      header: headers.routes,
      value: (integration) => keysOf(routes, integration).join(', ') || undefined,
      cell: (integration) => <RouteKeys keys={keysOf(routes, integration)} />,
      minWidth: 160,
    },
    { id: 'description', header: http.description, value: ({ Description }) => Description },
    { id: 'id', header: headers.id, value: ({ IntegrationId }) => IntegrationId, minWidth: 120, isMinor: true },
  ];
}

import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { http } from '../../../texts/en/http.ts';
import { parts } from '../../../texts/en/parts.ts';
import { authorizationName } from '../authorization-name.ts';
import { integrationIdOf, integrationName } from '../integration-name.ts';
import { partsOf } from '../route-key.ts';
import type { Authorizer, Integration, Route } from '../use-http-api.ts';

const texts = http.routes.columns;

export function routeColumns(
  apiId: string,
  integrations: readonly Integration[],
  authorizers: readonly Authorizer[],
  href: (path: string) => string,
): readonly Column<Route>[] {
  const integrationOf = ({ Target }: Route): Integration | undefined =>
    integrations.find(({ IntegrationId }) => IntegrationId === integrationIdOf(Target));
  return [
    {
      id: 'key',
      header: texts.route,
      value: ({ RouteKey }) => RouteKey,
      cell: ({ RouteKey = '', RouteId }) => <Link href={href(`/apis/${apiId}/routes/${RouteId}`)}>{RouteKey}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    {
      id: 'path',
      header: texts.path,
      value: ({ RouteKey }) => partsOf(RouteKey).path || undefined,
      minWidth: 120,
      isMinor: true,
    },
    {
      id: 'integration',
      header: texts.integration,
      value: (route) => {
        const found = integrationOf(route);
        return found && integrationName(found);
      },
      cell: (route) => {
        const found = integrationOf(route);
        if (!found) return parts.none;
        const to = href(`/apis/${apiId}/integrations/${found.IntegrationId}`);
        return <Link href={to}>{integrationName(found)}</Link>;
      },
      minWidth: 200,
    },
    {
      id: 'authorization',
      header: texts.authorization,
      value: (route) => authorizationName(route, authorizers),
      minWidth: 140,
    },
    { id: 'id', header: texts.id, value: ({ RouteId }) => RouteId, minWidth: 100, isMinor: true },
  ];
}

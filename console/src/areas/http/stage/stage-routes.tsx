import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { curlOf } from '../../../parts/curl.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { compareRouteKeys, DEFAULT_ROUTE, partsOf } from '../route-key.ts';
import { type Route, useRoutes } from '../use-http-api.ts';
import { useStageUrl } from '../use-stage-url.ts';
import type { StageProps } from './stage-props.ts';

const texts = httpStages.overview.routes;

/** The routes of the API, with the command that calls each at this stage. */
export function StageRoutes({ apiId, stage }: StageProps): JSX.Element {
  const routes = useRoutes(apiId);
  const url = useStageUrl(apiId, stage.StageName ?? '');
  return (
    <PagedTable
      title={texts.title}
      description={stage.AutoDeploy ? texts.hint : texts.hintOfManual}
      query={mapped(routes, (list) => list.toSorted((a, b) => compareRouteKeys(a.RouteKey ?? '', b.RouteKey ?? '')))}
      columns={columns(url)}
      id={({ RouteId = '' }) => RouteId}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
    />
  );
}

function columns(url: string | undefined): readonly Column<Route>[] {
  return [
    { id: 'key', header: texts.route, value: ({ RouteKey }) => RouteKey, isRowHeader: true, minWidth: 160 },
    {
      id: 'curl',
      header: texts.curl,
      value: () => undefined,
      cell: ({ RouteKey = '' }) => url !== undefined && <CopyText text={commandOf(url, RouteKey)} />,
      minWidth: 320,
    },
  ];
}

/** The default route takes any path, so its root is called. */
function commandOf(url: string, routeKey: string): string {
  if (routeKey === DEFAULT_ROUTE) return curlOf(`${url}/`, 'GET');
  const { method, path } = partsOf(routeKey);
  return curlOf(`${url}${path}`, method);
}

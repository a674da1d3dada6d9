import type { Crumb } from '../../page/index.ts';
import { apiPath } from '../../parts/api-path.ts';
import { apis } from '../../texts/en/apis.ts';
import { monitor } from '../../texts/en/monitor.ts';
import type { MonitoredApi } from './use-monitored-apis.ts';

/** Breadcrumbs of these pages: under one API where they are its own, else under Monitoring. */
export function trailOf(api?: Partial<MonitoredApi> & { readonly id: string }): readonly Crumb[] {
  if (api === undefined) return [{ text: monitor.service, path: '/monitor' }];
  return [
    { text: apis.service, path: '/apis' },
    { text: apis.list.title, path: '/apis' },
    { text: api.name ?? api.id, path: apiPath(api.id, api.protocol) },
  ];
}

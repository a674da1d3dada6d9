import type { Crumb } from '../../page/index.ts';
import { apis } from '../../texts/en/apis.ts';
import { monitor } from '../../texts/en/monitor.ts';

/** Breadcrumbs of these pages: under one API where they are its own, else under Monitoring. */
export function trailOf(api?: { readonly id: string; readonly name: string | undefined }): readonly Crumb[] {
  if (api === undefined) return [{ text: monitor.service, path: '/monitor' }];
  return [
    { text: apis.list.title, path: '/apis' },
    { text: api.name ?? api.id, path: `/apis/${api.id}/resources` },
  ];
}

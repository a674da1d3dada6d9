import { useCall } from '../data/index.ts';
import type { Crumb } from '../page/index.ts';
import { apis as texts } from '../texts/en/apis.ts';

/** Breadcrumbs of a REST API's pages: the service, the list, the API by its name. */
export function useApiTrail(restApiId: string): readonly Crumb[] {
  const api = useCall('apigateway', 'getRestApi', { restApiId });
  return [
    { text: texts.service, path: '/apis' },
    { text: texts.list.title, path: '/apis' },
    { text: api.data?.name ?? restApiId, path: `/apis/${restApiId}/resources` },
  ];
}

import { useApi } from '../data/index.ts';
import type { Crumb } from '../page/index.ts';
import { apis as texts } from '../texts/en/apis.ts';
import { apiPath } from './api-path.ts';

/** Breadcrumbs of one API's pages: the service, the list, the API by its name. */
export function useApiTrail(apiId: string): readonly Crumb[] {
  const { data } = useApi(apiId);
  return [
    { text: texts.service, path: '/apis' },
    { text: texts.list.title, path: '/apis' },
    { text: data?.name ?? apiId, path: apiPath(apiId, data?.protocol) },
  ];
}

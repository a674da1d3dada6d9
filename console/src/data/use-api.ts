import { useQueryClient } from '@tanstack/react-query';
import { AwsError, type Output } from '../aws/index.ts';
import { useAws } from '../session/index.ts';
import { mapped, type Read } from './read.ts';
import { pagesKey } from './use-all.ts';
import { useCall } from './use-call.ts';

/** What the pages of one API have to know of it. */
export interface KnownApi {
  readonly id: string;
  readonly name: string;
  readonly protocol: 'REST' | 'HTTP';
}

/** The list of what is no REST API, as everybody asks for it. */
export const OTHER_APIS = ['apigatewayv2', 'getApis', { MaxResults: '500' }] as const;

/**
 * An API of any kind. Version 1 of the API is asked first and version 2 where that has none of this id, or may not be asked.
 * @param apiId empty for none
 */
export function useApi(apiId: string): Read<KnownApi> {
  const isHttp = useIsKnownAsHttp(apiId);
  const rest = useCall('apigateway', 'getRestApi', { restApiId: apiId }, { enabled: apiId !== '' && !isHttp });
  const isRefused = rest.error instanceof AwsError && (rest.error.status === 404 || rest.error.status === 403);
  const http = useCall('apigatewayv2', 'getApi', { ApiId: apiId }, { enabled: apiId !== '' && (isHttp || isRefused) });
  if (isHttp || http.data !== undefined || (isRefused && (http.isPending || rest.error?.status === 404))) {
    return mapped(http, ({ Name = '' }) => ({ id: apiId, name: Name, protocol: 'HTTP' }));
  }
  return mapped(rest, ({ name = '' }) => ({ id: apiId, name, protocol: 'REST' }));
}

/** Whether something has been read already that says so; it spares a call that is refused. */
function useIsKnownAsHttp(apiId: string): boolean {
  const { region } = useAws();
  const queries = useQueryClient();
  if (queries.getQueryData([region, 'apigatewayv2', 'getApi', { ApiId: apiId }]) !== undefined) return true;
  const pages = queries.getQueryData<readonly Output<'apigatewayv2', 'getApis'>[]>(pagesKey(region, ...OTHER_APIS));
  return pages?.some(({ Items }) => Items?.some(({ ApiId }) => ApiId === apiId)) ?? false;
}

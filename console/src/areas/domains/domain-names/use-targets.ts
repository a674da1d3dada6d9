import { joined, mapped, type Read, useAll, useCall } from '../../../data/index.ts';

/** An API that a domain name may lead to. */
export interface Target {
  readonly id: string;
  readonly name: string;
  readonly protocol: 'REST' | 'HTTP';
  readonly isPrivate: boolean;
}

/** REST APIs, then HTTP APIs. */
export function useTargets(): Read<readonly Target[]> {
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) =>
    page.items?.map(({ id = '', name = '', endpointConfiguration }): Target => {
      const isPrivate = endpointConfiguration?.types?.includes('PRIVATE') ?? false;
      return { id, name, protocol: 'REST', isPrivate };
    }),
  );
  const http = useAll('apigatewayv2', 'getApis', { MaxResults: '500' }, (page) =>
    page.Items?.filter(({ ProtocolType }) => ProtocolType === 'HTTP').map(
      ({ ApiId = '', Name = '' }): Target => ({ id: ApiId, name: Name, protocol: 'HTTP', isPrivate: false }),
    ),
  );
  return joined(rest, http);
}

/** The names of an API's stages; empty while no API is chosen. */
export function useTargetStages(target: Target | undefined): Read<readonly string[]> {
  const isRest = target?.protocol === 'REST';
  const restApiId = target?.id ?? '';
  const rest = useCall('apigateway', 'getStages', { restApiId }, { enabled: isRest });
  const http = useAll('apigatewayv2', 'getStages', { ApiId: restApiId, MaxResults: '500' }, ({ Items }) => Items, {
    enabled: target !== undefined && !isRest,
  });
  return isRest
    ? mapped(rest, ({ item = [] }) => item.map(({ stageName = '' }) => stageName))
    : mapped(http, (stages) => stages.map(({ StageName = '' }) => StageName));
}

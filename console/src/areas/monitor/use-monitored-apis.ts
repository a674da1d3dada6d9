import { OTHER_APIS, type Read, readable, useAll } from '../../data/index.ts';

/** An API as its metrics know it. */
export interface MonitoredApi {
  readonly id: string;
  readonly name: string;
  readonly protocol: 'REST' | 'HTTP';
}

/** All APIs that have metrics, by name; those of one version where the other may not be listed. */
export function useMonitoredApis(): Read<readonly MonitoredApi[]> {
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) =>
    page.items?.map(({ id = '', name = '' }): MonitoredApi => ({ id, name, protocol: 'REST' })),
  );
  const http = useAll(...OTHER_APIS, (page) =>
    page.Items?.filter(({ ProtocolType }) => ProtocolType === 'HTTP').map(
      ({ ApiId = '', Name = '' }): MonitoredApi => ({ id: ApiId, name: Name, protocol: 'HTTP' }),
    ),
  );
  return readable(rest, http);
}

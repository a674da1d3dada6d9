import { joined, OTHER_APIS, type Read, useAll } from '../../data/index.ts';

/** What the list shows of an API of any kind. */
export interface ListedApi {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly protocol: 'REST' | 'HTTP' | 'WEBSOCKET';
  readonly endpoint: string | undefined;
  readonly created: Date | undefined;
}

/** REST APIs of API Gateway's first version, then what its second one has. */
export function useApis(): Read<readonly ListedApi[]> {
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) =>
    page.items?.map((api): ListedApi => {
      const { id = '', name = '', description, createdDate: created, endpointConfiguration } = api;
      return { id, name, description, protocol: 'REST', endpoint: endpointConfiguration?.types?.join(', '), created };
    }),
  );
  const others = useAll(...OTHER_APIS, (page) =>
    page.Items?.map((api): ListedApi => {
      const { ApiId = '', Name = '', Description, ProtocolType, CreatedDate } = api;
      const protocol = ProtocolType === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP';
      return { id: ApiId, name: Name, description: Description, protocol, endpoint: 'REGIONAL', created: CreatedDate };
    }),
  );
  return joined(rest, others);
}

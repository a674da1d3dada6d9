import type { UseQueryResult } from '@tanstack/react-query';
import type { AwsError } from '../../aws/index.ts';
import { useAll } from '../../data/index.ts';

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
export function useApis(): UseQueryResult<readonly ListedApi[], AwsError> {
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) => page.items?.map(listedRestApi));
  return rest;
}

type RestApi = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly createdDate?: Date | undefined;
  readonly endpointConfiguration?: { readonly types?: readonly string[] | undefined } | undefined;
};

function listedRestApi({ id = '', name = '', description, createdDate, endpointConfiguration }: RestApi): ListedApi {
  return {
    id,
    name,
    description,
    protocol: 'REST',
    endpoint: endpointConfiguration?.types?.join(', '),
    created: createdDate,
  };
}

import { useMemo } from 'react';
import { useAll } from '../../../data/index.ts';

/** Names of API keys by their ids; none while they are not known or may not be read. */
export function useApiKeyNames(): ReadonlyMap<string, string> {
  const keys = useAll('apigateway', 'getApiKeys', { limit: 500 }, ({ items }) => items);
  return useMemo(() => new Map(keys.data?.map(({ id = '', name = id }) => [id, name])), [keys.data]);
}

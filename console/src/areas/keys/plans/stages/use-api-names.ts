import { useMemo } from 'react';
import { type Read, useAll } from '../../../../data/index.ts';

interface Api {
  readonly id: string;
  readonly name: string;
}

/** All REST APIs of the region. */
export function useRestApis(): Read<readonly Api[]> {
  return useAll('apigateway', 'getRestApis', { limit: 500 }, ({ items }) =>
    items?.map(({ id = '', name = id }) => ({ id, name })),
  );
}

/** Tells what an API is called: its id while its name is not known, or may not be read. */
export function useApiNames(): (apiId: string) => string {
  const { data } = useRestApis();
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    return (apiId) => names.get(apiId) ?? apiId;
  }, [data]);
}

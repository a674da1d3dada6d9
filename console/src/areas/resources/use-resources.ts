import { type Read, useAll } from '../../data/index.ts';

/** A resource as the tree shows it. */
export interface TreeResource {
  readonly id: string;
  /** Absent for the root. */
  readonly parentId: string | undefined;
  /** `/pets/{petId}` */
  readonly path: string;
  /** Verbs, sorted. */
  readonly methods: readonly string[];
}

/** All resources of an API, by path. */
export function useResources(restApiId: string): Read<readonly TreeResource[]> {
  // Without `embed=methods`: the tree needs their names alone, and methods are most of an API's weight.
  return useAll('apigateway', 'getResources', { restApiId, limit: 500 }, (page) =>
    page.items?.map(({ id = '', parentId, path = '', resourceMethods = {} }) => ({
      id,
      parentId,
      path,
      methods: Object.keys(resourceMethods).sort(),
    })),
  );
}

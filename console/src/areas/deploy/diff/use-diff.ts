import { mapped, type Read, useOwn } from '../../../data/index.ts';

/** The API as it is now, in place of a deployment's id. */
export const WORKING = 'working';

export const RISKS = ['breaking', 'risky', 'safe'] as const;
export type Risk = (typeof RISKS)[number];

export type SubjectKind = 'api' | 'method' | 'authorizer' | 'model' | 'request validator' | 'gateway response';

/** One thing that differs between two states of an API. */
export interface ApiChange {
  readonly kind: SubjectKind;
  /** `GET /pets`, or a name. */
  readonly where: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The worst of its values'. */
  readonly risk: Risk;
  readonly values: readonly ChangedValue[];
}

/** One value that differs; absent where there is none. */
export interface ChangedValue {
  /** Member names, from the outside in: `['integration', 'uri']`. */
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What differs between two deployments of an API, or one and the API as it is now. */
export function useDiff(apiId: string, from: string, to: string): Read<readonly ApiChange[]> {
  const query = new URLSearchParams({ api: apiId, from, to });
  const read = useOwn<{ readonly changes: readonly ApiChange[] }>(`/_sallyport/deployments/diff?${query}`);
  // What was true of the API a while ago is not shown: somebody decides by it.
  const data = read.isFetching && !read.isFetchedAfterMount ? undefined : read.data;
  return mapped({ ...read, data }, ({ changes }) => changes);
}

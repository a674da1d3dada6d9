import type { Method } from './method.ts';

/** One node of an API's resource tree, with the methods declared on it (features A1.5). One stored document a resource. */
export interface Resource {
  /** Six characters of `[a-z0-9]` (ten for the root), unique within the API. */
  readonly id: string;
  /** Absent on the root. */
  readonly parentId?: string;
  /** A literal, `{name}` or `{name+}`; absent on the root. */
  readonly pathPart?: string;
  /** The full path from the root, such as `/users/{id}`; `/` for the root. */
  readonly path: string;
  readonly resourceMethods: Readonly<Record<string, Method>>;
}

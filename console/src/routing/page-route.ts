import type { ComponentType } from 'react';

/** One page: where it stands, and how it is fetched when somebody goes there. */
export interface PageRoute {
  /** Below the region, with `:name` for a part that varies and `:name?` for one that may be missing: `/apis/:apiId/stages/:stage?`. */
  readonly path: string;
  /** Of which APIs a page of one API (`/apis/:apiId/...`) is: REST APIs unless told. */
  readonly protocol?: 'HTTP' | 'any';
  load(): Promise<{ readonly default: ComponentType }>;
}

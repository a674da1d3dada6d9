import type { HeaderList } from '../../http/index.ts';

/** Where a domain name leads a request. */
export interface DomainRoute {
  readonly apiId: string;
  /** Undefined where the segment behind the base path names it (features A11.2). */
  readonly stage: string | undefined;
  /** Where the path that the API sees begins: at a slash, or at the end. */
  readonly end: number;
  /** Of the mapping that matched, `(none)` for the empty one; `-` where a rule did (fact D153). */
  readonly basePath: string;
  /** Of the rule that matched; `-` where a mapping did. */
  readonly ruleId: string;
}

/**
 * Finds the way of a request.
 * @param path begins with `/`, without the query, percent-encoding as received
 */
export type MatchRoute = (path: string, headers: HeaderList) => DomainRoute | undefined;

import { ServiceError } from '../../../aws/index.ts';
import type { Kind } from '../../../store/index.ts';

/** What a quota is counted over: all of a kind in an account and region, those of one parent, or one document's own weight. */
export type QuotaPer = 'account' | 'parent' | 'document';

/** How much of something there may be. */
export interface Quota<T = unknown> {
  readonly kind: Kind<T>;
  readonly per: QuotaPer;
  readonly max: number;
  /** What is counted, and for what, in the words of the refusal: `Resources` for this `API`. */
  readonly what: string;
  readonly owner: string;
  /** How much of the quota a document takes; absent for one each. */
  weigh?(value: T): number;
}

/** A row of the table; the type of what is weighed is checked here and no longer known in the table. */
export function quota<T>(row: Quota<T>): Quota {
  return row as Quota;
}

/** How much of a quota a document takes. */
export function weight({ weigh }: Quota, value: unknown): number {
  return weigh === undefined ? 1 : weigh(value);
}

/**
 * 429 `LimitExceededException`. The words are those recorded for resources (hashicorp/terraform-provider-aws, issue 37605,
 * with two spaces between the sentences) and for authorizers; for what else there is, they are made alike.
 */
export function quotaExceeded({ what, owner }: Quota): ServiceError {
  const message = `Maximum number of ${what} for this ${owner} has been reached.  Please contact AWS if you need additional ${what}.`;
  return new ServiceError('LimitExceededException', 429, message);
}

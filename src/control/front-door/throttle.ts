import { type Call, ServiceError } from '../../aws/index.ts';
import { BucketTable } from '../../rate-limit/index.ts';
import type { Values } from '../protocols/index.ts';
import type { FoundOperation } from './service-directory.ts';
import { SIGNING_NAMES } from './signing-names.ts';

/** @throws {ServiceError} 429 `TooManyRequestsException` for a call that comes sooner than its service's rates allow */
export type Throttle = (found: FoundOperation, input: Values, call: Call) => void;

/**
 * Holds calls to the rates that services give: a token bucket for each row and one for all calls together, of each account and
 * region. A call that is refused takes a token of neither.
 */
export function createThrottle(): Throttle {
  const buckets = new BucketTable();
  return ({ service: { name, rates }, match: { operation } }, input, { scope, nowMs }) => {
    if (!rates) return;
    const { total, rows, rowOf, refusal } = rates;
    const of = (id: string) => `${scope.accountId}/${scope.region}/${id}`;
    const needed = [buckets.bucket(of(SIGNING_NAMES[name]), total, nowMs)];
    const row = rowOf ? rowOf(operation.name, input) : operation.name;
    const rate = rows[row];
    if (rate) needed.push(buckets.bucket(of(`${name}/${row}`), rate, nowMs));
    const waitMs = Math.max(...needed.map((bucket) => bucket.nextTokenAtMs(nowMs))) - nowMs;
    if (waitMs > 0) {
      const retryAfterSeconds = String(Math.ceil(waitMs / 1_000));
      throw new ServiceError('TooManyRequestsException', 429, refusal, { retryAfterSeconds });
    }
    for (const bucket of needed) bucket.take(1, nowMs);
  };
}

import type { Rate } from '../rate-limit/index.ts';

/** How often the operations of a service may be called, per account and region. */
export interface CallRates {
  /** Of all calls together; services whose calls are signed alike share it. */
  readonly total: Rate;
  /** By operation, as AWS spells it. One that is not here is held to the total alone. */
  readonly rows: Readonly<Record<string, Rate>>;
  /** What a call that comes too soon is told. */
  readonly refusal: string;
  /** The row of a call where its input decides which; absent, the row of its operation. */
  rowOf?(operation: string, input: Readonly<Record<string, unknown>>): string;
}

/** One call every so many seconds, or some calls in them, which may come at once. */
export function callsEvery(seconds: number, calls = 1): Rate {
  return { perSecond: calls / seconds, burst: calls };
}

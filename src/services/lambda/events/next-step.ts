import type { InvocationResult } from '../../../model/index.ts';
import type { EventLimits } from '../limits.ts';
import type { QueuedEvent } from './queued-event.ts';

/** How often and how long events of one function are tried (API reference, `PutFunctionEventInvokeConfig`). */
export interface EventRules {
  /** After the first attempt. */
  readonly maxRetries: number;
  readonly maxAgeMs: number;
}

/** How an event ended, in the words of destinations (Lambda guide, "Adding a destination"). */
export type Verdict =
  | { readonly condition: 'Success' | 'RetriesExhausted'; readonly result: InvocationResult }
  | { readonly condition: 'EventAgeExceeded' };

type Step = { readonly verdict: Verdict } | { readonly retry: QueuedEvent; readonly delayMs: number };

/** What becomes of an event after an attempt (Lambda guide, "How Lambda handles errors and retries with asynchronous invocation"). */
export function nextStep(
  event: QueuedEvent,
  result: InvocationResult,
  nowMs: number,
  rules: EventRules,
  limits: EventLimits,
): Step {
  const agesAtMs = event.queuedAtMs + rules.maxAgeMs;
  if (result.kind === 'refused') {
    const mayHelpToWait = result.reason === 'TooManyRequests' || result.reason === 'ServiceFailure';
    if (!mayHelpToWait) return { verdict: { condition: 'RetriesExhausted', result } };
    const delayMs = Math.min(limits.throttleDelayMs.first * 2 ** event.throttles, limits.throttleDelayMs.longest);
    if (nowMs + delayMs > agesAtMs) return { verdict: { condition: 'EventAgeExceeded' } };
    return { delayMs, retry: { ...event, throttles: event.throttles + 1 } };
  }
  if (result.functionError === undefined) return { verdict: { condition: 'Success', result } };
  const delayMs = limits.retryDelaysMs[event.failures];
  if (event.failures >= rules.maxRetries || delayMs === undefined) {
    return { verdict: { condition: 'RetriesExhausted', result } };
  }
  if (nowMs + delayMs > agesAtMs) return { verdict: { condition: 'EventAgeExceeded' } };
  return { delayMs, retry: { ...event, failures: event.failures + 1, throttles: 0 } };
}

import type { ExecutionRequest, InvocationResult } from '../../../model/index.ts';
import { EVENTS } from '../limits.ts';

/**
 * Asynchronous invocations that wait for their turn or for another attempt, in memory: a restart forgets them. Each attempt
 * runs the function as it is then, under the same request id (recorded: `test_async_invoke_queue_upon_function_update`,
 * `test_request_id_async_invoke_with_retry`).
 */
export interface EventQueue {
  /** Takes an event; false when there is no room for it. */
  add(execution: ExecutionRequest): boolean;
  /** Gives up the events that wait, for their turn or for another attempt; returns how many they are. */
  clear(): number;
  /** Takes no more, starts nothing more, and clears. */
  close(): number;
}

export interface QueuedEvent {
  readonly execution: ExecutionRequest;
  readonly queuedAtMs: number;
  /** Attempts in which the function failed. */
  readonly failures: number;
  /** Attempts in which it could not be run, since the last in which it could. */
  readonly throttles: number;
}

export type EventLimits = typeof EVENTS;

/** @param now milliseconds since the epoch */
export function createEventQueue(
  execute: (execution: ExecutionRequest) => Promise<InvocationResult>,
  now: () => number,
  limits: EventLimits = EVENTS,
): EventQueue {
  const ready: QueuedEvent[] = [];
  /** Events that wait for another attempt, with their timers. */
  const delayed = new Map<QueuedEvent, NodeJS.Timeout>();
  let events = 0;
  let bytes = 0;
  let running = 0;
  let closed = false;

  const forget = ({ execution }: QueuedEvent) => {
    events--;
    bytes -= execution.payload.byteLength;
  };
  const attempt = async (event: QueuedEvent) => {
    // Only a store that is being closed rejects: the event is given up like all others then.
    const result = await execute(event.execution).catch(() => undefined);
    const next = result && nextAttempt(event, result, now(), limits);
    running--;
    if (next === undefined) forget(event);
    else delayed.set(next.event, setTimeout(becomeReady, next.delayMs, next.event).unref());
    runReady();
  };
  const becomeReady = (event: QueuedEvent) => {
    delayed.delete(event);
    ready.push(event);
    runReady();
  };
  const runReady = () => {
    while (!closed && running < limits.maxRunning) {
      const event = ready.shift();
      if (event === undefined) return;
      running++;
      void attempt(event);
    }
  };
  const clear = () => {
    const given = [...ready.splice(0), ...delayed.keys()];
    for (const timer of delayed.values()) clearTimeout(timer);
    delayed.clear();
    given.forEach(forget);
    return given.length;
  };

  return {
    add(execution) {
      const size = execution.payload.byteLength;
      if (closed || events >= limits.maxQueued || bytes + size > limits.maxQueuedBytes) return false;
      events++;
      bytes += size;
      becomeReady({ execution, queuedAtMs: now(), failures: 0, throttles: 0 });
      return true;
    },
    clear,
    close() {
      closed = true;
      return clear();
    },
  };
}

/** What becomes of an event after an attempt: undefined when it is done with (Lambda guide, "Asynchronous invocation"). */
export function nextAttempt(
  event: QueuedEvent,
  result: InvocationResult,
  nowMs: number,
  limits: EventLimits,
): { readonly delayMs: number; readonly event: QueuedEvent } | undefined {
  if (result.kind === 'refused') {
    const mayHelpToWait = result.reason === 'TooManyRequests' || result.reason === 'ServiceFailure';
    const delayMs = Math.min(limits.throttleDelayMs.first * 2 ** event.throttles, limits.throttleDelayMs.longest);
    if (!mayHelpToWait || nowMs + delayMs - event.queuedAtMs > limits.maxAgeMs) return undefined;
    return { delayMs, event: { ...event, throttles: event.throttles + 1 } };
  }
  const delayMs = limits.retryDelaysMs[event.failures];
  if (result.functionError === undefined || delayMs === undefined) return undefined;
  return { delayMs, event: { ...event, failures: event.failures + 1, throttles: 0 } };
}

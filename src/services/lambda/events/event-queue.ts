import type { ExecutionRequest, InvocationResult } from '../../../model/index.ts';
import { EVENTS, type EventLimits } from '../limits.ts';
import { rulesOf } from './invoke-config.ts';
import type { EventJournal } from './journal.ts';
import { type EventRules, nextStep, type Verdict } from './next-step.ts';
import type { QueuedEvent } from './queued-event.ts';

/**
 * Asynchronous invocations that wait for their turn or for another attempt. What is accepted is on the disk and outlives a
 * crash. Each attempt runs the function as it is then, under the same request id (recorded:
 * `test_async_invoke_queue_upon_function_update`, `test_request_id_async_invoke_with_retry`).
 */
export interface EventQueue {
  /** Takes an event; false when there is no room for it. @throws when it cannot be kept */
  add(execution: QueuedEvent['execution']): Promise<boolean>;
  /** Goes on with what an earlier process accepted; returns how many events that are. */
  resume(): Promise<number>;
  /** Gives up the events that wait, for their turn or for another attempt. */
  clear(): void;
  /** Takes no more and starts nothing more. What waits is left for the next start. */
  stop(): void;
  /** Resolves when no attempt is running and reported on, or after this time. */
  settled(graceMs: number): Promise<void>;
}

/** What a queue does with its events. */
export interface EventWork {
  /** Never rejects for what the function does. */
  execute(execution: ExecutionRequest): Promise<InvocationResult>;
  /** How often and how long events of this function are tried, as it is set now. */
  rulesOf(functionArn: string): Promise<EventRules>;
  /** Tells whoever is to hear of it how an event ended; it is forgotten afterwards. */
  conclude(event: QueuedEvent, verdict: Verdict): Promise<void>;
  /** Something of ours failed: the event is tried again, or concluded again after the next start. */
  onError(error: unknown): void;
}

/** @param now milliseconds since the epoch */
export function createEventQueue(
  work: EventWork,
  journal: EventJournal,
  now: () => number,
  limits: EventLimits = EVENTS,
): EventQueue {
  const ready: QueuedEvent[] = [];
  /** Events that wait for another attempt, with their timers. */
  const delayed = new Map<QueuedEvent, NodeJS.Timeout>();
  let events = 0;
  let bytes = 0;
  let running = 0;
  let stopped = false;
  let onSettled: () => void = () => undefined;

  const count = ({ execution }: QueuedEvent, sign: 1 | -1) => {
    events += sign;
    bytes += sign * execution.payload.byteLength;
  };
  const attempt = async (event: QueuedEvent) => {
    const step = await tryOnce(event);
    if (step !== undefined && 'retry' in step) {
      journal.update(step.retry);
      if (!stopped) delayed.set(step.retry, setTimeout(becomeReady, step.delayMs, step.retry).unref());
    } else {
      if (step !== undefined && (await isConcluded(event, step.verdict))) journal.remove(event.execution.requestId);
      count(event, -1);
    }
    running--;
    if (running === 0) onSettled();
    runReady();
  };
  /** Undefined when this process is about to end: the next one tries again. */
  const tryOnce = async (event: QueuedEvent) => {
    try {
      const rules = await work.rulesOf(event.execution.functionArn);
      const nowMs = now();
      // One that waited too long, in this process or while there was none, is not begun any more.
      if (nowMs - event.queuedAtMs > rules.maxAgeMs) return { verdict: { condition: 'EventAgeExceeded' } } as const;
      const result = await work.execute(event.execution);
      if (stopped && (result.kind === 'refused' || result.functionError !== undefined)) return undefined;
      return nextStep(event, result, now(), rules, limits);
    } catch (error) {
      if (stopped) return undefined;
      work.onError(error);
      const failure = { kind: 'refused', reason: 'ServiceFailure', message: String(error) } as const;
      return nextStep(event, failure, now(), rulesOf(undefined), limits);
    }
  };
  const isConcluded = async (event: QueuedEvent, verdict: Verdict): Promise<boolean> => {
    try {
      await work.conclude(event, verdict);
      return true;
    } catch (error) {
      // A store that is being closed.
      if (!stopped) work.onError(error);
      return false;
    }
  };
  const becomeReady = (event: QueuedEvent) => {
    delayed.delete(event);
    ready.push(event);
    runReady();
  };
  const runReady = () => {
    while (!stopped && running < limits.maxRunning) {
      const event = ready.shift();
      if (event === undefined) return;
      running++;
      void attempt(event);
    }
  };

  return {
    async add(execution) {
      const event = { execution, queuedAtMs: now(), failures: 0, throttles: 0 };
      const size = execution.payload.byteLength;
      if (stopped || events >= limits.maxQueued || bytes + size > limits.maxQueuedBytes) return false;
      count(event, 1);
      try {
        await journal.add(event);
      } catch (error) {
        count(event, -1);
        throw error;
      }
      becomeReady(event);
      return true;
    },
    async resume() {
      const left = await journal.recover();
      for (const event of left) {
        count(event, 1);
        ready.push(event);
      }
      runReady();
      return left.length;
    },
    clear() {
      const given = [...ready.splice(0), ...delayed.keys()];
      for (const timer of delayed.values()) clearTimeout(timer);
      delayed.clear();
      for (const event of given) {
        count(event, -1);
        journal.remove(event.execution.requestId);
      }
    },
    stop() {
      stopped = true;
      for (const timer of delayed.values()) clearTimeout(timer);
    },
    async settled(graceMs) {
      if (running === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        onSettled = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}

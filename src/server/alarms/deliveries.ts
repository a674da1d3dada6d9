import type { DeliveryDesk, DueDelivery } from '../../services/cloudwatch/index.ts';
import { describeError } from '../describe-error.ts';
import type { Log } from '../log.ts';
import { type ActionMeans, takeAction } from './actions/take-action.ts';
import { type Rounds, type RoundsClock, startRounds } from './rounds.ts';

/** So many actions are taken at once, and so many of one kind: what does not answer keeps nobody else waiting. */
const MOST_AT_ONCE = 10;
const MOST_ALIKE = 2;
/** So many transitions wait for one action at most; of more, the oldest are given up, since the newest say how things are. */
const MOST_WAITING = 100;

/** Not everything that is under way can be broken off; a stop waits for none of it. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** One action of one account and region. */
function targetOf({ scope, delivery }: DueDelivery): string {
  return `${scope.accountId}/${scope.region}/${delivery.action}`;
}

/** @param all the oldest first */
function boundedByAction(all: readonly DueDelivery[]): {
  readonly waiting: readonly DueDelivery[];
  readonly tooMany: readonly DueDelivery[];
} {
  const left = new Map<string, number>();
  for (const due of all) left.set(targetOf(due), (left.get(targetOf(due)) ?? 0) + 1);
  const waiting: DueDelivery[] = [];
  const tooMany: DueDelivery[] = [];
  for (const due of all) {
    const target = targetOf(due);
    const count = left.get(target) ?? 0;
    left.set(target, count - 1);
    (count > MOST_WAITING ? tooMany : waiting).push(due);
  }
  return { waiting, tooMany };
}

/** Takes the actions of alarms until each has been taken, or is given up. */
export function startDeliveries(
  desk: DeliveryDesk,
  means: ActionMeans,
  clock: RoundsClock,
  log: Pick<Log, 'warn'>,
): Rounds {
  const stopping = new AbortController();
  const running = new Map<string, { readonly target: string; readonly done: Promise<void> }>();

  async function deliver(due: DueDelivery): Promise<void> {
    const { alarm, action } = due.delivery;
    try {
      const message = await orAborted(takeAction(means, due, stopping.signal), stopping.signal);
      await desk.succeeded(due, message, clock.now());
    } catch (error) {
      // Whatever was under way is taken again after the next start.
      if (stopping.signal.aborted) return;
      const isFinal = error instanceof Error && 'isFinal' in error && error.isFinal === true;
      log.warn('An action of an alarm was not taken.', { ...alarm, action, isFinal, error: describeError(error) });
      await desk.failed(due, error instanceof Error ? error.message : String(error), isFinal, clock.now());
    }
  }

  async function giveUp(due: DueDelivery, nowMs: number): Promise<void> {
    const { alarm, action } = due.delivery;
    const error = `${MOST_WAITING} later transitions wait for this action.`;
    log.warn('An action of an alarm was given up.', { ...alarm, action, error });
    await desk.failed(due, error, true, nowMs);
  }

  const rounds = startRounds(
    async (nowMs) => {
      const { waiting, tooMany } = boundedByAction(
        (await desk.list()).filter(({ delivery }) => !running.has(delivery.id)),
      );
      for (const due of tooMany) await giveUp(due, nowMs);
      for (const due of waiting.filter(({ delivery }) => delivery.dueAtMs <= nowMs)) {
        if (running.size >= MOST_AT_ONCE) break;
        const { id } = due.delivery;
        const target = targetOf(due);
        if ([...running.values()].filter((other) => other.target === target).length >= MOST_ALIKE) continue;
        const done = deliver(due)
          .catch((error: unknown) =>
            log.warn('What became of an action was not written down.', { error: describeError(error) }),
          )
          .finally(() => {
            running.delete(id);
            rounds.wake();
          });
        running.set(id, { target, done });
      }
      // What is due already waits for one of those that run.
      const later = waiting.map(({ delivery }) => delivery.dueAtMs).filter((dueAtMs) => dueAtMs > nowMs);
      return later.length === 0 ? undefined : Math.min(...later);
    },
    clock,
    (error) => log.warn('The actions of alarms cannot be read; trying again.', { error: describeError(error) }),
  );

  return {
    wake: rounds.wake,
    async stop() {
      stopping.abort();
      await rounds.stop();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

import type { DeliveryDesk, DueDelivery } from '../../services/cloudwatch/index.ts';
import { describeError } from '../describe-error.ts';
import type { Log } from '../log.ts';
import { type ActionMeans, takeAction } from './actions/take-action.ts';
import { type Rounds, type RoundsClock, startRounds } from './rounds.ts';

/** So many actions are taken at once. */
const MOST_AT_ONCE = 10;

/** Not everything that is under way can be broken off; a stop waits for none of it. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Takes the actions of alarms until each has been taken, or is given up. */
export function startDeliveries(
  desk: DeliveryDesk,
  means: ActionMeans,
  clock: RoundsClock,
  log: Pick<Log, 'warn'>,
): Rounds {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

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

  const rounds = startRounds(
    async (nowMs) => {
      const waiting = (await desk.list()).filter(({ delivery }) => !running.has(delivery.id));
      for (const due of waiting.filter(({ delivery }) => delivery.dueAtMs <= nowMs)) {
        if (running.size >= MOST_AT_ONCE) break;
        const { id } = due.delivery;
        const done = deliver(due)
          .catch((error: unknown) =>
            log.warn('What became of an action was not written down.', { error: describeError(error) }),
          )
          .finally(() => {
            running.delete(id);
            rounds.wake();
          });
        running.set(id, done);
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
      await Promise.all(running.values());
    },
  };
}

/**
 * Evaluates alarms when they are due and takes their actions. Without alarms nothing of it is loaded, and there is no timer.
 */
import type { AlarmWork, CloudWatchContext } from '../../services/cloudwatch/index.ts';
import { describeError } from '../describe-error.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings/index.ts';
import type { ActionMeans } from './actions/take-action.ts';
import type { Rounds, RoundsClock } from './rounds.ts';

export const systemClock: RoundsClock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

export interface Alarms {
  /** Alarms have changed. */
  changed(): void;
  /** Goes on with what was there before. */
  start(work: AlarmWork, means: ActionMeans): void;
  stop(): Promise<void>;
}

/** What the service knows of all this. */
export function alarmContext(
  { alarmWebhooks, alarmEmails }: Pick<Settings, 'alarmWebhooks' | 'alarmEmails'>,
  { changed }: Pick<Alarms, 'changed'>,
  log: Pick<Log, 'warn'>,
): Pick<CloudWatchContext, 'alarmActions' | 'alarmsChanged' | 'alarmFailed'> {
  return {
    alarmActions: { webhooks: new Set(Object.keys(alarmWebhooks)), emails: new Set(Object.keys(alarmEmails)) },
    alarmsChanged: changed,
    alarmFailed: (alarm, error) => log.warn('An alarm was not evaluated.', { alarm, error: describeError(error) }),
  };
}

export function createAlarms(clock: RoundsClock, log: Pick<Log, 'warn'>): Alarms {
  let begin: (() => Promise<readonly Rounds[]>) | undefined;
  let begun: Promise<readonly Rounds[]> | undefined;

  function wake(): void {
    begun ??= begin?.();
    begun
      ?.then((all) => {
        for (const rounds of all) rounds.wake();
      })
      .catch((error: unknown) => log.warn('Alarms are not evaluated.', { error: describeError(error) }));
  }

  return {
    changed: wake,
    start(work, means) {
      begin = async () => {
        const [{ startDeliveries }, { startRounds }, { rounds, desk }] = await Promise.all([
          import('./deliveries.ts'),
          import('./rounds.ts'),
          work.load(),
        ]);
        const deliveries = startDeliveries(desk, means, clock, log);
        const evaluations = startRounds(
          async (nowMs) => {
            const dueAtMs = await rounds.run(nowMs);
            deliveries.wake();
            return dueAtMs;
          },
          clock,
          (error) => log.warn('Alarms were not evaluated; trying again.', { error: describeError(error) }),
        );
        return [evaluations, deliveries];
      };
      work
        .exists()
        .then((exists) => exists && wake())
        .catch((error: unknown) => log.warn('Alarms cannot be read.', { error: describeError(error) }));
    },
    async stop() {
      begin = undefined;
      for (const rounds of (await begun?.catch(() => [])) ?? []) await rounds.stop();
    },
  };
}

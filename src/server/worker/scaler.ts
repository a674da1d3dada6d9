import type { WorkerPool } from './pool.ts';
import { decideWorkers, SAMPLES_KEPT, type Sample, type ScalingDecision, type ScalingLimits } from './scaling.ts';

/** How often the load is looked at; workers report as often. */
export const SAMPLE_EVERY_MS = 1_000;

/** Changes that are remembered. */
const HISTORY = 50;

export interface PastDecision extends ScalingDecision {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly from: number;
}

export interface Scaler {
  /** How often the number grew and shrank since the start, for `/metrics`. */
  readonly decisions: { readonly grown: number; readonly shrunk: number };
  /** The youngest changes, the youngest first. */
  readonly history: readonly PastDecision[];
  /** The last change and why; undefined before the first. */
  readonly last: ScalingDecision | undefined;
  stop(): void;
}

/**
 * Keeps the number of workers between the limits by their load.
 * @param now milliseconds since the epoch
 */
export function startScaler(
  pool: WorkerPool,
  limits: ScalingLimits,
  now: () => number,
  log: {
    info(message: string, detail: Readonly<Record<string, unknown>>): void;
    warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  },
): Scaler {
  const decisions = { grown: 0, shrunk: 0 };
  let history: readonly PastDecision[] = [];
  let samples: Sample[] = [];
  let changing = false;

  async function change(from: number, decision: ScalingDecision): Promise<void> {
    history = [{ ...decision, from, atMs: now() }, ...history.slice(0, HISTORY - 1)];
    if (decision.workers > from) decisions.grown += 1;
    else decisions.shrunk += 1;
    log.info('The number of gateway workers changes.', { from, to: decision.workers, reason: decision.reason });
    await pool.resize(decision.workers);
  }

  function look(): void {
    if (changing) return;
    // A worker that ended is replaced already: another one in its place would be one too many.
    const current = pool.size + pool.coming;
    samples = [...samples.slice(1 - SAMPLES_KEPT), pool.loads()];
    const decision = decideWorkers(current, samples, limits);
    if (decision === undefined) return;
    changing = true;
    change(current, decision)
      .catch((error: unknown) =>
        log.warn('The number of gateway workers could not be changed.', { error: String(error) }),
      )
      .finally(() => {
        // What was measured with another number of workers says nothing about this one.
        samples = [];
        changing = false;
      });
  }

  const timer = setInterval(look, SAMPLE_EVERY_MS).unref();
  return {
    decisions,
    get history() {
      return history;
    },
    get last() {
      return history[0];
    },
    stop: () => clearInterval(timer),
  };
}

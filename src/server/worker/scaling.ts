/** How busy one worker was in one second. */
export interface WorkerLoad {
  /** Share of the time in which the event loop worked, 0 to 1 (`performance.eventLoopUtilization`). */
  readonly utilization: number;
  /** 99th percentile of how late the event loop came to its timers, in milliseconds. */
  readonly delayP99Ms: number;
}

/** What a worker says of itself every second. */
export interface WorkerReport extends WorkerLoad {
  /** Processor time in the last second, as a share of one processor. */
  readonly cpu: number;
  readonly rssBytes: number;
  /** Connections that clients have open. */
  readonly connections: number;
  /** Connections to backends, in use or kept. */
  readonly upstreamConnections: number;
  /** Requests that wait for a connection to their backend. */
  readonly waiting: number;
}

/** All workers in one second, one entry a worker. */
export type Sample = readonly WorkerLoad[];

export interface ScalingLimits {
  readonly minWorkers: number;
  readonly maxWorkers: number;
}

export interface ScalingDecision {
  readonly workers: number;
  /** For the log and `/metrics`: what was seen and what it was held against. */
  readonly reason: string;
}

/**
 * When the number of workers changes. Growing is quick, because requests wait; shrinking is slow and leaves room, so that a
 * load that comes and goes does not start and stop processes (hysteresis: 0.75 up, 0.5 down).
 */
export const SCALING = {
  /** Grow when the workers were busier than this on average in each of the last seconds ... */
  growAboveUtilization: 0.75,
  /** ... or when one of them kept requests waiting for its event loop longer than this in each of them ... */
  growAboveDelayMs: 50,
  /** ... by its own work: one that is late and idle waits for the processor, and another worker would wait with it. */
  lateOnlyAboveUtilization: 0.4,
  growAfterSeconds: 3,
  /** Shrink when those that remain would each have been less busy than this in each of the last seconds. */
  shrinkBelowUtilization: 0.5,
  shrinkAfterSeconds: 30,
} as const;

/** How many samples `decideWorkers` looks at; older ones may be dropped. */
export const SAMPLES_KEPT: number = SCALING.shrinkAfterSeconds;

/**
 * The number of workers there should be, one more or one less than there are.
 * @param samples since the number of workers last changed, oldest first
 * @returns undefined when nothing shall change
 */
export function decideWorkers(
  current: number,
  samples: readonly Sample[],
  { minWorkers, maxWorkers }: ScalingLimits,
): ScalingDecision | undefined {
  if (current < minWorkers) return { workers: current + 1, reason: `fewer than the minimum of ${minWorkers}` };
  if (current < maxWorkers) {
    const recent = last(samples, SCALING.growAfterSeconds);
    const reason = recent && (busy(recent) ?? late(recent));
    if (reason) return { workers: current + 1, reason };
  }
  if (current > minWorkers) {
    const reason = idle(last(samples, SCALING.shrinkAfterSeconds), current);
    if (reason) return { workers: current - 1, reason };
  }
  return undefined;
}

function busy(samples: readonly Sample[]): string | undefined {
  const least = Math.min(...samples.map(meanUtilization));
  if (least <= SCALING.growAboveUtilization) return undefined;
  return `utilisation ${least.toFixed(2)} or more for ${samples.length} s (limit ${SCALING.growAboveUtilization})`;
}

function late(samples: readonly Sample[]): string | undefined {
  const least = Math.min(
    ...samples.map((sample) => Math.max(0, ...sample.filter(isWorking).map((load) => load.delayP99Ms))),
  );
  if (least <= SCALING.growAboveDelayMs) return undefined;
  return `event loop late by ${least.toFixed(0)} ms or more for ${samples.length} s (limit ${SCALING.growAboveDelayMs} ms)`;
}

function isWorking({ utilization }: WorkerLoad): boolean {
  return utilization > SCALING.lateOnlyAboveUtilization;
}

function idle(samples: readonly Sample[] | undefined, current: number): string | undefined {
  if (samples === undefined) return undefined;
  const most = Math.max(...samples.map((sample) => (meanUtilization(sample) * current) / (current - 1)));
  if (most >= SCALING.shrinkBelowUtilization) return undefined;
  return `${current - 1} would be used to ${most.toFixed(2)} at most over ${samples.length} s (limit ${SCALING.shrinkBelowUtilization})`;
}

function meanUtilization(sample: Sample): number {
  return sample.reduce((sum, load) => sum + load.utilization, 0) / Math.max(sample.length, 1);
}

/** The last `count`, or undefined when there are not so many. */
function last(samples: readonly Sample[], count: number): readonly Sample[] | undefined {
  return samples.length < count ? undefined : samples.slice(-count);
}

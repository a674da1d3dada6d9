import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { WorkerLoad } from './scaling.ts';

/** Coarse enough to cost nothing, fine enough to see what a request would feel. */
const RESOLUTION_MS = 50;

/**
 * Measures this process's event loop and reports it again and again.
 * @param report is given what was measured since the report before
 * @returns ends the reports
 */
export function startLoadMeter(everyMs: number, report: (load: WorkerLoad) => void): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    // The histogram counts how far apart the ticks were; what exceeds their distance is lateness.
    report({ utilization, delayP99Ms: Math.max(delay.percentile(99) / 1e6 - RESOLUTION_MS, 0) });
    delay.reset();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}

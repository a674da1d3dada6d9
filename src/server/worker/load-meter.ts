import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { WorkerLoad, WorkerReport } from './scaling.ts';

/** Coarse enough to cost nothing, fine enough to see what a request would feel. */
const RESOLUTION_MS = 50;

/**
 * Measures this process's event loop and reports it again and again.
 * @param report is given what was measured since the report before
 * @returns ends the reports
 */
export function startLoadMeter(
  everyMs: number,
  report: (load: WorkerLoad & Pick<WorkerReport, 'cpu' | 'rssBytes'>) => void,
): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let before = performance.eventLoopUtilization();
  const cpu = createCpuMeter();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    // The histogram counts how far apart the ticks were; what exceeds their distance is lateness.
    const delayP99Ms = Math.max(delay.percentile(99) / 1e6 - RESOLUTION_MS, 0);
    report({ utilization, delayP99Ms, cpu: cpu(), rssBytes: process.memoryUsage.rss() });
    delay.reset();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}

/** @returns gives the processor time since it was asked last, as a share of one processor */
export function createCpuMeter(): () => number {
  let before = { atMs: performance.now(), usage: process.cpuUsage() };
  return () => {
    const now = { atMs: performance.now(), usage: process.cpuUsage() };
    const { user, system } = process.cpuUsage(before.usage);
    const passedMs = Math.max(now.atMs - before.atMs, 1);
    before = now;
    return (user + system) / 1_000 / passedMs;
  };
}

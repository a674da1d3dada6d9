import type { ObserveStage } from '../model/index.ts';
import { type AccessLog, openAccessLog, type Warn } from './access-log/index.ts';
import { type StageCounts, StageMetrics } from './metrics/index.ts';

/** Metrics and access log of one process that serves requests. */
export interface Telemetry {
  readonly observeStage: ObserveStage;
  /**
   * Logs every request to a stage whose plan is made from now on.
   * @throws the system's error (`ENOENT`, `EACCES`, ...) when the file cannot be appended to
   */
  openAccessLog(path: string): void;
  /** What was counted since the last time. */
  take(): readonly StageCounts[];
  /** Forgets stages that are deployed no more. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void;
  /** Writes what the access log has gathered. */
  close(): void;
}

/** @param warn one line for the operator */
export function createTelemetry(warn: Warn): Telemetry {
  const metrics = new StageMetrics();
  let log: AccessLog | undefined;
  return {
    observeStage(stage) {
      const write = log?.observe(stage) ?? ignore;
      if (stage === undefined) return write;
      const counters = metrics.countersOf(stage);
      return (request) => {
        counters.count(request);
        write(request);
      };
    },
    openAccessLog(path) {
      log = openAccessLog(path, warn);
    },
    take: () => metrics.take(),
    keep: (isDeployed) => metrics.keep(isDeployed),
    close: () => log?.close(),
  };
}

function ignore(): void {
  // Without an access log there is nothing to write.
}

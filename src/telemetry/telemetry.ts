import type { LogSink, ObserveStage } from '../model/index.ts';
import { type AccessLog, openAccessLog } from './access-log/index.ts';
import type { Warn } from './log-file/index.ts';
import { type ClosableSink, createFileSink, createStdoutSink } from './log-groups/index.ts';
import { type StageCounts, StageMetrics } from './metrics/index.ts';

/** Where log groups are kept: as files of a folder, or on standard output. */
export type LogGroupPlace = { readonly kind: 'files'; readonly folder: string } | { readonly kind: 'stdout' };

/** Metrics and logs of one process that serves requests. */
export interface Telemetry {
  readonly observeStage: ObserveStage;
  /**
   * Logs every request to a stage whose plan is made from now on.
   * @throws the system's error (`ENOENT`, `EACCES`, ...) when the file cannot be appended to
   */
  openAccessLog(path: string): void;
  /** Keeps log groups, of every stage whose plan is made from now on; without it there are none. */
  openLogGroups(place: LogGroupPlace): void;
  /** Where log groups are kept; undefined where they are not. */
  readonly logs: LogSink | undefined;
  /** What was counted since the last time. */
  take(): readonly StageCounts[];
  /** Forgets stages that are deployed no more. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void;
  /** Writes what logs have gathered. */
  close(): void;
}

/** @param warn one line for the operator */
export function createTelemetry(warn: Warn): Telemetry {
  const metrics = new StageMetrics();
  let log: AccessLog | undefined;
  let logs: ClosableSink | undefined;
  return {
    observeStage(stage) {
      // What is counted of a method is counted besides its stage, and logged once.
      const write = stage?.method === undefined ? (log?.observe(stage) ?? ignore) : ignore;
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
    openLogGroups(place) {
      logs =
        place.kind === 'files' ? createFileSink(place.folder, warn, () => performance.now()) : createStdoutSink(warn);
    },
    get logs() {
      return logs;
    },
    take: () => metrics.take(),
    keep: (isDeployed) => metrics.keep(isDeployed),
    close() {
      log?.close();
      logs?.close();
    },
  };
}

function ignore(): void {
  // Without an access log there is nothing to write.
}

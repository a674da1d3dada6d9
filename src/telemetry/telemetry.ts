import { packRecords } from '../log-records/index.ts';
import type { DeliverySink, LogSink, ObserveStage } from '../model/index.ts';
import { type AccessLog, openAccessLog } from './access-log/index.ts';
import type { Warn } from './log-file/index.ts';
import {
  type BatchedDeliveries,
  type ClosableSink,
  createBatchSink,
  createDeliverySink,
  createFileSink,
  createStdoutSink,
  type SendLogs,
} from './log-groups/index.ts';
import { type StageCounts, StageMetrics } from './metrics/index.ts';

/** Where log groups are kept: in the store of log events, as files of a folder, or on standard output. */
export type LogGroupPlace =
  | { readonly kind: 'store' }
  | { readonly kind: 'files'; readonly folder: string }
  | { readonly kind: 'stdout' };

/** Metrics and logs of one process that serves requests. */
export interface Telemetry {
  readonly observeStage: ObserveStage;
  /**
   * Logs every request to a stage whose plan is made from now on.
   * @throws the system's error (`ENOENT`, `EACCES`, ...) when the file cannot be appended to
   */
  openAccessLog(path: string): void;
  /**
   * Keeps log groups, of every stage whose plan is made from now on; without it there are none.
   * @param send hands events to the store of log events, where that is their place
   */
  openLogGroups(place: LogGroupPlace, send: SendLogs): void;
  /** Delivers access logs that go to Firehose streams. */
  openDeliveries(send: SendLogs): void;
  /** Undefined where nobody delivers. */
  readonly deliveries: DeliverySink | undefined;
  /** Where log groups are kept; undefined where they are not. */
  readonly logs: LogSink | undefined;
  /** What was counted since the last time. */
  take(): readonly StageCounts[];
  /** Forgets stages that are deployed no more. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void;
  /** Writes what logs have gathered; resolves when what was sent elsewhere has arrived. */
  close(): Promise<void>;
}

/** @param warn one line for the operator */
export function createTelemetry(warn: Warn): Telemetry {
  const metrics = new StageMetrics();
  let log: AccessLog | undefined;
  let logs: ClosableSink | undefined;
  let deliveries: BatchedDeliveries | undefined;
  let flushLogs: () => Promise<void> = async () => undefined;
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
    openLogGroups(place, send) {
      if (place.kind === 'store') {
        const batches = createBatchSink(send, warn, packRecords);
        flushLogs = batches.flush;
        logs = batches;
        return;
      }
      logs =
        place.kind === 'files' ? createFileSink(place.folder, warn, () => performance.now()) : createStdoutSink(warn);
    },
    openDeliveries(send) {
      deliveries = createDeliverySink(send, warn);
    },
    get deliveries() {
      return deliveries;
    },
    get logs() {
      return logs;
    },
    take: () => metrics.take(),
    keep: (isDeployed) => metrics.keep(isDeployed),
    async close() {
      log?.close();
      await Promise.all([flushLogs(), deliveries?.flush()]);
      logs?.close();
    },
  };
}

function ignore(): void {
  // Without an access log there is nothing to write.
}

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
  /** Lets events of log groups also go elsewhere, of every stage whose plan is made from now on. */
  exportLogs(sink: LogSink): void;
  /** Delivers access logs that go to Firehose streams. */
  openDeliveries(send: SendLogs): void;
  /** Undefined where nobody delivers. */
  readonly deliveries: DeliverySink | undefined;
  /** Where events of log groups go; undefined where they go nowhere. */
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
  let exported: LogSink | undefined;
  let joined: LogSink | undefined;
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
      } else {
        logs =
          place.kind === 'files' ? createFileSink(place.folder, warn, () => performance.now()) : createStdoutSink(warn);
      }
      joined = joinedSink(logs, exported);
    },
    exportLogs(sink) {
      exported = sink;
      joined = joinedSink(logs, exported);
    },
    openDeliveries(send) {
      deliveries = createDeliverySink(send, warn);
    },
    get deliveries() {
      return deliveries;
    },
    get logs() {
      return joined;
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

function joinedSink(first: LogSink | undefined, second: LogSink | undefined): LogSink | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return {
    append(event) {
      first.append(event);
      second.append(event);
    },
  };
}

function ignore(): void {
  // Without an access log there is nothing to write.
}

import { JsonLogsSerializer, LogsExporterMetricsHelper, ProtobufLogsSerializer } from '@opentelemetry/otlp-transformer';
import type { ExportedLog } from '../../../model/index.ts';
import type { Send } from '../queue.ts';
import { openSender, originOf } from '../sender.ts';
import type { OtlpTarget } from '../targets.ts';
import { readableLog } from './readable-log.ts';

/** Sends log events to a target. Brings OpenTelemetry along, so it is loaded by the first of them. */
export function openLogSender(target: OtlpTarget, version: string, now: () => number): Send<ExportedLog> {
  const send = openSender(target, {
    protobuf: ProtobufLogsSerializer,
    json: JsonLogsSerializer,
    helper: LogsExporterMetricsHelper,
  });
  const origin = originOf(version);
  return (logs) => {
    const observedMs = now();
    return send(logs.map((log) => readableLog(log, origin, observedMs)));
  };
}

import { TraceFlags } from '@opentelemetry/api';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ExportedLog } from '../../../model/index.ts';
import { parseTraceHeader, spanTraceId } from '../../../trace-context/index.ts';
import { hrTimeOf } from '../hr-time.ts';
import type { Origin } from '../sender.ts';
import { severityOf } from './severity.ts';

/**
 * An event of a log group as OpenTelemetry's exporters take it. Attributes are those of its semantic conventions ("AWS Logs", "Cloud"),
 * and the request id as spans have it.
 */
export function readableLog(log: ExportedLog, { resource, scope }: Origin, observedMs: number): ReadableLogRecord {
  const { scope: place, logGroup, logStream, timestamp, message, requestId } = log;
  const severity = severityOf(log);
  const spanContext = spanContextOf(log.traceId);
  return {
    hrTime: hrTimeOf(timestamp),
    hrTimeObserved: hrTimeOf(observedMs),
    severityNumber: severity.number,
    severityText: severity.text,
    body: message.replace(/\r?\n$/, ''),
    ...(spanContext && { spanContext }),
    attributes: {
      'aws.log.group.names': [logGroup],
      'aws.log.stream.names': [logStream],
      'cloud.account.id': place.accountId,
      'cloud.region': place.region,
      ...(requestId !== undefined && { 'aws.request_id': requestId }),
    },
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
  };
}

/** Of a request that is not sampled the trace alone, so that its lines can be found together. */
function spanContextOf(traceId: string | undefined): ReadableLogRecord['spanContext'] {
  const header = traceId === undefined ? undefined : parseTraceHeader(traceId);
  if (header === undefined) return undefined;
  const isSampled = header.isSampled === true;
  return {
    traceId: spanTraceId(header),
    spanId: (isSampled && header.parent?.toLowerCase()) || '',
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  };
}

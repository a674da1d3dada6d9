import {
  JsonTraceSerializer,
  ProtobufTraceSerializer,
  TraceExporterMetricsHelper,
} from '@opentelemetry/otlp-transformer';
import type { Span } from '../../../model/index.ts';
import type { Send } from '../queue.ts';
import { openSender, originOf } from '../sender.ts';
import type { OtlpTarget } from '../targets.ts';
import { readableSpan } from './readable-span.ts';

/** Sends spans to a target. Brings OpenTelemetry along, so it is loaded by the first of them. */
export function openSpanSender(target: OtlpTarget, version: string): Send<Span> {
  const send = openSender(target, {
    protobuf: ProtobufTraceSerializer,
    json: JsonTraceSerializer,
    helper: TraceExporterMetricsHelper,
  });
  const origin = originOf(version);
  return (spans) => send(spans.map((span) => readableSpan(span, origin)));
}

import { createSpanExporter, type SpanExporter } from './exporter.ts';
import type { OtlpTarget } from './target.ts';

/** Sends spans to a target. OpenTelemetry is loaded by the first of them. */
export function openSpanExporter(
  target: OtlpTarget,
  version: string,
  warn: (message: string, detail: Readonly<Record<string, unknown>>) => void,
  now: () => number,
): SpanExporter {
  const load = async () => {
    const { openSender } = await import('./send-spans.ts');
    return openSender(target, version);
  };
  return createSpanExporter(load, warn, now);
}

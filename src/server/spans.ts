import { packageVersion } from '../package/index.ts';
import { openSpanExporter, otlpTargetOf, type SpanExporter, type StageTotals } from '../telemetry/index.ts';
import type { Log } from './log.ts';

/** Sends spans where the operator wants them, and lets `/metrics` point to them; undefined where he wants none. */
export function openSpans(
  endpoint: string | undefined,
  environment: NodeJS.ProcessEnv,
  { warn }: Pick<Log, 'warn'>,
  totals: Pick<StageTotals, 'exemplify'>,
): SpanExporter | undefined {
  const target = otlpTargetOf(endpoint, environment);
  if (target === undefined) return undefined;
  const exporter = openSpanExporter(target, packageVersion(), warn, () => performance.now());
  return {
    add(spans) {
      totals.exemplify(spans);
      exporter.add(spans);
    },
    close: () => exporter.close(),
    get dropped() {
      return exporter.dropped;
    },
  };
}

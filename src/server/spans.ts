import { packageVersion } from '../package/index.ts';
import { openSpanExporter, otlpTargetOf, type SpanExporter } from '../telemetry/index.ts';
import type { Log } from './log.ts';

/** Sends spans where the operator wants them; undefined where he wants none. */
export function openSpans(
  endpoint: string | undefined,
  environment: NodeJS.ProcessEnv,
  { warn }: Pick<Log, 'warn'>,
): SpanExporter | undefined {
  const target = otlpTargetOf(endpoint, environment);
  return target && openSpanExporter(target, packageVersion(), warn, () => performance.now());
}

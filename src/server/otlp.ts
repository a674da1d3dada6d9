import { packageVersion } from '../package/index.ts';
import { type Otlp, openOtlp, planOtlp } from '../telemetry/index.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings/index.ts';

/** Sends by OTLP what the operator wants to have sent, and tells him what of it cannot be. */
export function startOtlp(
  { otlpEndpoint, otlpSignals }: Pick<Settings, 'otlpEndpoint' | 'otlpSignals'>,
  environment: NodeJS.ProcessEnv,
  { warn }: Pick<Log, 'warn'>,
): Otlp {
  const plan = planOtlp(otlpEndpoint, otlpSignals, environment);
  for (const warning of plan.warnings) warn(warning);
  return openOtlp(plan, { version: packageVersion(), warn, now: Date.now, nowMs: () => performance.now() });
}

import type { StageTotals, Telemetry } from '../telemetry/index.ts';
import type { Metrics } from './metrics.ts';

/** As often as workers report theirs. */
const TAKE_MS = 1_000;

/** What the control process counts: requests to APIs that it answers itself, and invocations of functions. */
export interface LocalCounts {
  /** Brings what came since to where the workers' counts are. */
  take(): void;
  /** Takes for the last time. */
  stop(): void;
}

export function startLocalCounts(
  telemetry: Pick<Telemetry, 'take'>,
  totals: StageTotals,
  metrics: Pick<Metrics, 'keepCounts' | 'keepFunctions' | 'functions'>,
): LocalCounts {
  const take = (): void => {
    metrics.keepFunctions(metrics.functions.take());
    const counted = telemetry.take();
    if (counted.length === 0) return;
    totals.add(counted);
    metrics.keepCounts(counted);
  };
  const timer = setInterval(take, TAKE_MS).unref();
  return {
    take,
    stop() {
      clearInterval(timer);
      take();
    },
  };
}

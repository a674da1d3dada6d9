import type { ServedStage, Span } from '../../model/index.ts';
import type { Family } from '../exposition/index.ts';
import { type KeptTotal, keptWith, NO_VALUES } from './kept-values.ts';
import { ROW } from './layout.ts';
import { addRow, type StageCounts } from './stage-counters.ts';
import { StageExemplars } from './stage-exemplars.ts';
import { stageFamilies } from './stage-families.ts';
import { keyOf } from './stage-metrics.ts';

/** What all processes have counted since the start. */
export class StageTotals {
  readonly #totals = new Map<string, KeptTotal>();
  readonly #keepsValues: boolean;
  readonly #exemplars = new StageExemplars();

  /** @param keepsValues whether latencies are kept within 1 %, besides their buckets */
  constructor(keepsValues = false) {
    this.#keepsValues = keepsValues;
  }

  /** Lets sampled requests stand for those that took as long. */
  exemplify(spans: readonly Span[]): void {
    this.#exemplars.add(spans);
  }

  /** Adds what one process has counted since the last time. */
  add(counted: readonly StageCounts[]): void {
    for (const { stage, row, latency, integrationLatency } of counted) {
      const key = keyOf(stage);
      const total = this.#totals.get(key) ?? this.#begin(key, stage);
      addRow(total.row, row);
      if (total.kept === undefined) continue;
      total.kept.latency = keptWith(total.kept.latency, latency);
      total.kept.integrationLatency = keptWith(total.kept.integrationLatency, integrationLatency);
    }
  }

  /** Forgets stages that are deployed no more, so that those that come and go fill no memory. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void {
    this.#exemplars.keep(isDeployed);
    for (const [key, { stage }] of this.#totals) {
      if (!isDeployed(stage.apiId, stage.stage)) this.#totals.delete(key);
    }
  }

  /** The part of `/metrics` that tells of requests. */
  families(): readonly Family[] {
    return stageFamilies([...this.#totals].map(([key, total]) => ({ ...total, exemplars: this.#exemplars.of(key) })));
  }

  #begin(key: string, stage: ServedStage): KeptTotal {
    const total = {
      stage,
      row: new Float64Array(ROW.length),
      ...(this.#keepsValues && { kept: { latency: NO_VALUES, integrationLatency: NO_VALUES } }),
    };
    this.#totals.set(key, total);
    return total;
  }
}

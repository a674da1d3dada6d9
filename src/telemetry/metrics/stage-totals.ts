import type { Span } from '../../model/index.ts';
import type { Family } from '../exposition/index.ts';
import { addRow, type StageCounts, type StageTotal } from './stage-counters.ts';
import { StageExemplars } from './stage-exemplars.ts';
import { stageFamilies } from './stage-families.ts';
import { keyOf } from './stage-metrics.ts';

/** What all processes have counted since the start. */
export class StageTotals {
  readonly #totals = new Map<string, StageTotal>();

  readonly #exemplars = new StageExemplars();

  /** Lets sampled requests stand for those that took as long. */
  exemplify(spans: readonly Span[]): void {
    this.#exemplars.add(spans);
  }

  /** Adds what one process has counted since the last time. */
  add(counted: readonly StageCounts[]): void {
    for (const { stage, row } of counted) {
      const key = keyOf(stage);
      const total = this.#totals.get(key);
      if (total === undefined) this.#totals.set(key, { stage, row: row.slice() });
      else addRow(total.row, row);
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
}

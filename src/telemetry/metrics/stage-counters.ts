import type { ServedRequest, ServedStage } from '../../model/index.ts';
import { bucketOf } from './latency-bounds.ts';
import { ROW } from './layout.ts';

/** What has been counted for a stage; the row is laid out as `ROW` says. */
export interface StageCounts {
  readonly stage: ServedStage;
  readonly row: Float64Array;
}

/** Counts the requests of one stage. */
export class StageCounters {
  readonly stage: ServedStage;
  readonly #row = new Float64Array(ROW.length);

  constructor(stage: ServedStage) {
    this.stage = stage;
  }

  count({ status, latencyMs, integrationLatencyMs, cacheResult }: ServedRequest): void {
    const row = this.#row;
    add(row, ROW.count, 1);
    if (status >= 500) add(row, ROW.serverErrors, 1);
    else if (status >= 400) add(row, ROW.clientErrors, 1);
    add(row, ROW.latencySumMs, latencyMs);
    add(row, ROW.latencyBuckets + bucketOf(latencyMs), 1);
    if (cacheResult !== undefined) add(row, cacheResult === 'hit' ? ROW.cacheHits : ROW.cacheMisses, 1);
    if (integrationLatencyMs === undefined) return;
    add(row, ROW.integrationCount, 1);
    add(row, ROW.integrationLatencySumMs, integrationLatencyMs);
    add(row, ROW.integrationLatencyBuckets + bucketOf(integrationLatencyMs), 1);
  }

  /** What was counted since the last time; undefined when there was nothing. */
  take(): StageCounts | undefined {
    if (this.#row[ROW.count] === 0) return undefined;
    const row = this.#row.slice();
    this.#row.fill(0);
    return { stage: this.stage, row };
  }
}

/** Adds what was counted to a total. */
export function addRow(total: Float64Array, row: Float64Array): void {
  for (let place = 0; place < row.length; place++) add(total, place, row[place] as number);
}

function add(row: Float64Array, place: number, amount: number): void {
  row[place] = (row[place] as number) + amount;
}

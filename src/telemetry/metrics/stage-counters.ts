import type { ServedRequest, ServedStage } from '../../model/index.ts';
import { type CountedValues, CountingHistogram } from './counting-histogram.ts';
import { bucketOf } from './latency-bounds.ts';
import { ROW } from './layout.ts';

/** What has been counted for a stage; the row is laid out as `ROW` says. */
export interface StageTotal {
  readonly stage: ServedStage;
  readonly row: Float64Array;
}

/** The same with what percentiles are made of. */
export interface StageCounts extends StageTotal {
  readonly latency: CountedValues;
  readonly integrationLatency: CountedValues;
  /** Of the bodies of responses; of HTTP APIs. */
  readonly bytes?: CountedValues;
}

/** After so many seconds without a request a stage's histograms give their memory back. */
const IDLE_TAKES = 60;

/** Counts the requests of one stage. */
export class StageCounters {
  readonly stage: ServedStage;
  readonly #row = new Float64Array(ROW.length);
  readonly #latency = new CountingHistogram();
  readonly #integrationLatency = new CountingHistogram();
  /** CloudWatch tells them of HTTP APIs alone. */
  readonly #bytes: CountingHistogram | undefined;
  #idleTakes = 0;

  constructor(stage: ServedStage) {
    this.stage = stage;
    if (stage.protocol === 'HTTP') this.#bytes = new CountingHistogram();
  }

  count({ status, latencyMs, integrationLatencyMs, cacheResult, responseLength }: ServedRequest): void {
    const row = this.#row;
    add(row, ROW.count, 1);
    if (status >= 500) add(row, ROW.serverErrors, 1);
    else if (status >= 400) {
      add(row, ROW.clientErrors, 1);
      if (status === 429) add(row, ROW.tooMany, 1);
    }
    add(row, ROW.latencySumMs, latencyMs);
    add(row, ROW.latencyBuckets + bucketOf(latencyMs), 1);
    this.#latency.count(latencyMs);
    if (cacheResult !== undefined) add(row, cacheResult === 'hit' ? ROW.cacheHits : ROW.cacheMisses, 1);
    if (this.#bytes !== undefined) {
      add(row, ROW.responseBytes, responseLength);
      this.#bytes.count(responseLength);
    }
    if (integrationLatencyMs === undefined) return;
    add(row, ROW.integrationCount, 1);
    add(row, ROW.integrationLatencySumMs, integrationLatencyMs);
    add(row, ROW.integrationLatencyBuckets + bucketOf(integrationLatencyMs), 1);
    this.#integrationLatency.count(integrationLatencyMs);
  }

  /** What was counted since the last time; undefined when there was nothing. */
  take(): StageCounts | undefined {
    if (this.#row[ROW.count] === 0) {
      this.#idle();
      return undefined;
    }
    this.#idleTakes = 0;
    const row = this.#row.slice();
    this.#row.fill(0);
    return {
      stage: this.stage,
      row,
      latency: this.#latency.take(),
      integrationLatency: this.#integrationLatency.take(),
      ...(this.#bytes && { bytes: this.#bytes.take() }),
    };
  }

  #idle(): void {
    this.#idleTakes += 1;
    if (this.#idleTakes !== IDLE_TAKES) return;
    this.#latency.release();
    this.#integrationLatency.release();
    this.#bytes?.release();
  }
}

/** Adds what was counted to a total. */
export function addRow(total: Float64Array, row: Float64Array): void {
  for (let place = 0; place < row.length; place++) add(total, place, row[place] as number);
}

function add(row: Float64Array, place: number, amount: number): void {
  row[place] = (row[place] as number) + amount;
}

/** How many requests are counted in these; what is counted of single methods is in their stage's count. */
export function requestsIn(counted: readonly StageCounts[]): number {
  return counted.reduce((sum, { stage, row }) => sum + (stage.method === undefined ? (row[ROW.count] ?? 0) : 0), 0);
}

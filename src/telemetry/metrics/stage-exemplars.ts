import type { Span } from '../../model/index.ts';
import type { Exemplar } from '../exposition/index.ts';
import { bucketOf } from './latency-bounds.ts';
import { keyOf } from './stage-metrics.ts';

interface OfStage {
  readonly apiId: string;
  readonly stage: string;
  /** By the place of their bucket. */
  readonly byBucket: (Exemplar | undefined)[];
}

/** Of each stage and bucket of latencies the last request that was sampled. */
export class StageExemplars {
  readonly #stages = new Map<string, OfStage>();

  /** Takes the gateway's own spans from among others. */
  add(spans: readonly Span[]): void {
    for (const { kind, traceId, startMs, endMs, attributes } of spans) {
      const {
        'aws.api_gateway.rest_api_id': restApiId,
        'aws.api_gateway.api_id': apiId = restApiId,
        'aws.api_gateway.api_name': apiName,
        'aws.api_gateway.stage': stage,
      } = attributes;
      if (kind !== 'server' || typeof apiId !== 'string' || typeof stage !== 'string') continue;
      const isCanary = attributes['aws.api_gateway.canary'] === true;
      const key = keyOf({ apiId, apiName: String(apiName), stage, ...(isCanary && { isCanary }) });
      const known = this.#stages.get(key) ?? { apiId, stage, byBucket: [] };
      this.#stages.set(key, known);
      const latencyMs = endMs - startMs;
      known.byBucket[bucketOf(latencyMs)] = { traceId, value: latencyMs / 1000, timestampMs: endMs };
    }
  }

  /** @param key as `keyOf` makes it */
  of(key: string): readonly (Exemplar | undefined)[] {
    return this.#stages.get(key)?.byBucket ?? [];
  }

  keep(isDeployed: (apiId: string, stageName: string) => boolean): void {
    for (const [key, { apiId, stage }] of this.#stages) if (!isDeployed(apiId, stage)) this.#stages.delete(key);
  }
}

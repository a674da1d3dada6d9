import type { ServedStage } from '../../model/index.ts';
import { StageCounters, type StageCounts } from './stage-counters.ts';

/** The counters of one process, by stage. */
export class StageMetrics {
  readonly #counters = new Map<string, StageCounters>();

  /** The counters of a stage: the same for every revision of it, unless its API has got another name. */
  countersOf(stage: ServedStage): StageCounters {
    // A stage that gets a cache is told of otherwise from then on, and adds up to the same totals.
    const key = stage.hasCache ? `${keyOf(stage)} with a cache` : keyOf(stage);
    const known = this.#counters.get(key);
    if (known !== undefined) return known;
    const made = new StageCounters(stage);
    this.#counters.set(key, made);
    return made;
  }

  /** What was counted since the last time, of the stages that had requests. */
  take(): readonly StageCounts[] {
    const taken: StageCounts[] = [];
    for (const counters of this.#counters.values()) {
      const counts = counters.take();
      if (counts !== undefined) taken.push(counts);
    }
    return taken;
  }

  /** Forgets stages that are deployed no more; requests to them that are still being served are not counted. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void {
    for (const [key, { stage }] of this.#counters) {
      if (!isDeployed(stage.apiId, stage.stage)) this.#counters.delete(key);
    }
  }
}

/** What is counted together. */
export function keyOf({
  apiId,
  stage,
  apiName,
  isCanary,
  method,
}: Pick<ServedStage, 'apiId' | 'stage' | 'apiName' | 'isCanary' | 'method'>): string {
  const ofMethod = method === undefined ? '' : `${method.httpMethod} ${method.resource}`;
  return JSON.stringify([apiId, stage, isCanary === true, ofMethod, apiName]);
}

import type { StageRef } from '../../model/index.ts';
import type { StagePlan } from '../gateway.ts';

/** Makes the plan of a stage at a revision. */
export type PlanLoader = (ref: StageRef) => Promise<StagePlan>;

/** One revision of one stage. A newer revision is another entry; requests on the old one finish on its plan. */
class StageEntry {
  readonly ref: StageRef;
  #plan: StagePlan | undefined;
  #loading: Promise<StagePlan> | undefined;

  constructor(ref: StageRef) {
    this.ref = ref;
  }

  /** The plan, at once when it is there; however many requests wait for it, it is made once. A failure is tried again. */
  plan(load: PlanLoader): StagePlan | Promise<StagePlan> {
    if (this.#plan !== undefined) return this.#plan;
    this.#loading ??= load(this.ref).then(
      (plan) => {
        this.#plan = plan;
        this.#loading = undefined;
        return plan;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}

/** Knows every deployed stage by API and name. */
export class StageTable {
  readonly #load: PlanLoader;
  #stages = new Map<string, StageEntry>();

  constructor(load: PlanLoader) {
    this.#load = load;
  }

  /** The plan of a stage; undefined when there is no such stage. */
  find(apiId: string, stageName: string): StagePlan | Promise<StagePlan> | undefined {
    return this.#stages.get(keyOf(apiId, stageName))?.plan(this.#load);
  }

  /** Replaces the whole list; stages whose revision is the same keep their plans. */
  set(refs: readonly StageRef[]): void {
    const known = this.#stages;
    this.#stages = new Map(
      refs.map((ref) => {
        const key = keyOf(ref.apiId, ref.stageName);
        const entry = known.get(key);
        return [key, entry?.ref.revision === ref.revision ? entry : new StageEntry(ref)];
      }),
    );
  }

  /** Adds a stage or a newer revision of one; news that come late are ignored. */
  put(ref: StageRef): void {
    const key = keyOf(ref.apiId, ref.stageName);
    const entry = this.#stages.get(key);
    if (entry !== undefined && entry.ref.revision >= ref.revision) return;
    this.#stages.set(key, new StageEntry(ref));
  }

  remove(apiId: string, stageName: string): void {
    this.#stages.delete(keyOf(apiId, stageName));
  }
}

/** Neither part can hold a slash. */
function keyOf(apiId: string, stageName: string): string {
  return `${apiId}/${stageName}`;
}

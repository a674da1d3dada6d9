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
  /** By API, then by name: two short names are found more cheaply than one that is put together for each request. */
  #apis = new Map<string, Map<string, StageEntry>>();

  constructor(load: PlanLoader) {
    this.#load = load;
  }

  /** The plan of a stage; undefined when there is no such stage. */
  find(apiId: string, stageName: string): StagePlan | Promise<StagePlan> | undefined {
    return this.#apis.get(apiId)?.get(stageName)?.plan(this.#load);
  }

  /** Whether an API with stages is an HTTP API. */
  isHttpApi(apiId: string): boolean {
    const [first] = this.#apis.get(apiId)?.values() ?? [];
    return first?.ref.protocol === 'HTTP';
  }

  /** The revision of a stage that is served; undefined when there is no such stage. */
  refOf(apiId: string, stageName: string): StageRef | undefined {
    return this.#apis.get(apiId)?.get(stageName)?.ref;
  }

  /** Replaces the whole list; stages whose revision is the same keep their plans. */
  set(refs: readonly StageRef[]): void {
    const known = this.#apis;
    this.#apis = new Map();
    for (const ref of refs) {
      const entry = known.get(ref.apiId)?.get(ref.stageName);
      this.#add(entry?.ref.revision === ref.revision ? entry : new StageEntry(ref));
    }
  }

  /** Adds a stage or a newer revision of one; news that come late are ignored. */
  put(ref: StageRef): void {
    const entry = this.#apis.get(ref.apiId)?.get(ref.stageName);
    if (entry === undefined || entry.ref.revision < ref.revision) this.#add(new StageEntry(ref));
  }

  remove(apiId: string, stageName: string): void {
    const stages = this.#apis.get(apiId);
    stages?.delete(stageName);
    if (stages?.size === 0) this.#apis.delete(apiId);
  }

  #add(entry: StageEntry): void {
    const { apiId, stageName } = entry.ref;
    const stages = this.#apis.get(apiId);
    if (stages === undefined) this.#apis.set(apiId, new Map([[stageName, entry]]));
    else stages.set(stageName, entry);
  }
}

import type { StageRef } from '../model/index.ts';

/** Where a change of a deployed stage must arrive before the call that made it is answered. */
export interface StageSubscriber {
  putStage(ref: StageRef): Promise<void> | void;
  removeStage(ref: StageRef): Promise<void> | void;
  setStages(refs: readonly StageRef[]): Promise<void> | void;
  flushStageCache(ref: StageRef): Promise<void> | void;
}

/**
 * The list of everything deployed, and those who serve it. It is changed before it is told, so that a worker that starts
 * in between reads the new list.
 */
export interface StageDirectory {
  list(): readonly StageRef[];
  subscribe(subscriber: StageSubscriber): void;
  /** Each resolves when every subscriber has the news. */
  stageChanged(ref: StageRef): Promise<void>;
  stageRemoved(ref: StageRef): Promise<void>;
  stageCacheFlushed(ref: StageRef): Promise<void>;
  clear(): Promise<void>;
}

export function createStageDirectory(deployed: readonly StageRef[]): StageDirectory {
  const stages = new Map(deployed.map((ref) => [keyOf(ref), ref]));
  const subscribers: StageSubscriber[] = [];

  async function tell(news: (subscriber: StageSubscriber) => Promise<void> | void): Promise<void> {
    await Promise.all(subscribers.map(news));
  }

  return {
    list: () => [...stages.values()],
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },
    async stageChanged(ref) {
      stages.set(keyOf(ref), ref);
      await tell((subscriber) => subscriber.putStage(ref));
    },
    async stageRemoved(ref) {
      stages.delete(keyOf(ref));
      await tell((subscriber) => subscriber.removeStage(ref));
    },
    async stageCacheFlushed(ref) {
      await tell((subscriber) => subscriber.flushStageCache(ref));
    },
    async clear() {
      stages.clear();
      await tell((subscriber) => subscriber.setStages([]));
    },
  };
}

function keyOf(ref: StageRef): string {
  return `${ref.apiId}/${ref.stageName}`;
}

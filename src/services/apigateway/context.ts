import type { StageRef } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';

/**
 * Tells the data plane about deployed stages. Called after a change is committed; a call that made the change is answered
 * only when the promise resolves, so that whoever got the answer finds the change served.
 */
export interface DeploymentPublisher {
  /** A stage is new, or requests to it behave differently from now on. */
  stageChanged(ref: StageRef): Promise<void>;
  /** A stage is gone; `ref` is the last state that it was in. */
  stageRemoved(ref: StageRef): Promise<void>;
}

/** Makes the identifiers of new entities; see `randomIds`. */
export interface IdMakers {
  /** For APIs and their root resources: ten characters of `[a-z0-9]`. */
  restApiId(): string;
  /** For resources and deployments: six characters of `[a-z0-9]`. */
  entityId(): string;
}

/** What the service works with. */
export interface ServiceContext {
  readonly store: Store;
  readonly publisher: DeploymentPublisher;
  readonly ids: IdMakers;
}

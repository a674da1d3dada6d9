import type { ClientIdentity } from './client-certificate.ts';
import type { ApiSnapshot } from './deployment.ts';
import type { Scope } from './scope.ts';
import type { Stage } from './stage.ts';
import type { VpcLink } from './vpc-link.ts';

/**
 * Names one deployed stage and the state it is in. Every worker holds the list of these; it is all that a worker needs
 * to know about a stage until the first request for it.
 */
export interface StageRef {
  readonly apiId: string;
  readonly stageName: string;
  readonly scope: Scope;
  /** Of a stage of an HTTP API; absent for REST APIs. */
  readonly protocol?: 'HTTP';
  /** Grows with every change of the stage that a request could notice. */
  readonly revision: number;
}

/** What a worker is handed to compile a stage into a plan: complete, so that no request needs the store. */
export interface StageSnapshot {
  readonly ref: StageRef;
  readonly stage: Stage;
  readonly deployment: ApiSnapshot;
  /** What the stage's canary serves; absent without one, and where it serves the stage's own deployment. */
  readonly canary?: ApiSnapshot;
  /** What the stage shows to its HTTPS backends; absent where it has no client certificate. */
  readonly clientIdentity?: ClientIdentity;
  /** The VPC links that methods of the stage call, by id; absent where none does. */
  readonly vpcLinks?: Readonly<Record<string, VpcLink>>;
}

import type { ApiSnapshot, Deployment, Resource, RestApi, Scope, Stage } from '../../../model/index.ts';
import { defineKind } from '../../../store/index.ts';

/** By `apiId`. */
export const restApis = defineKind<RestApi>('RestApi');

/** Where an API lives, by `apiId` in the installation's scope: keeps ids unique over all accounts and regions. */
export const restApiScopes = defineKind<Scope>('RestApiScope');

/** By `apiId/resourceId`, with everything declared on the resource inside. */
export const resources = defineKind<Resource>('Resource');

/** A resource's id by `apiId/parentId/pathPart`: finds children and namesakes without reading every resource. */
export const resourceNames = defineKind<string>('ResourceName');

/** By `apiId/deploymentId`. */
export const deployments = defineKind<Deployment>('Deployment');

/** By `apiId/deploymentId`. */
export const apiSnapshots = defineKind<ApiSnapshot>('ApiSnapshot');

/** A stage with the revision that it has been given with its last change. */
export interface StageDocument {
  readonly stage: Stage;
  /** See `StageRef.revision`. */
  readonly revision: number;
}

/** By `apiId/stageName`. */
export const stages = defineKind<StageDocument>('Stage');

/** The last revision given to any stage, in the installation's scope. */
export const stageRevisions = defineKind<number>('StageRevision');

/** The scope of what belongs to no account: no credential scope can name it. */
export const installation: Scope = { accountId: '-', region: '-' };

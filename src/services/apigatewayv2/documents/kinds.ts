import type { HttpApiDefinition, HttpDeployment, HttpStage } from '../../../model/index.ts';
import { defineKind } from '../../../store/index.ts';

/** An HTTP API with its routes, integrations and authorizers, by `apiId`: they are read, changed and deployed together. */
export const httpApis = defineKind<HttpApiDefinition>('HttpApi');

/** By `apiId/deploymentId`. */
export const httpDeployments = defineKind<HttpDeployment>('HttpApiDeployment');

/** What a deployment froze, by `apiId/deploymentId`; written once. */
export const httpSnapshots = defineKind<HttpApiDefinition>('HttpApiSnapshot');

/** A stage with the revision that it has been given with its last change. */
export interface HttpStageDocument {
  readonly stage: HttpStage;
  /** See `StageRef.revision`. */
  readonly revision: number;
}

/** By `apiId/stageName`. */
export const httpStages = defineKind<HttpStageDocument>('HttpApiStage');

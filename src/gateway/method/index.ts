/**
 * The words that phases and integrations share: the request that has found its method, how it can end, and what compiling
 * a method is given. Types for the most part; nothing here acts.
 */
export { CALLER, credentialsOf } from './credentials.ts';
export type { CompileScope, IntegrationPlan, MethodPlace } from './integration-plan.ts';
export { type Complete, MethodRequest } from './method-request.ts';
export {
  type Abandoned,
  configurationError,
  type MaybePromise,
  type MethodOutcome,
  type MethodResponse,
  PENDING,
} from './outcome.ts';
export { type Override, Overrides } from './overrides.ts';
export type { PathParameters } from './path-parameters.ts';
export { Payload } from './payload.ts';
export { ConfigurationProblem } from './problem.ts';
export { resolveStageVariables, type StageVariables, stageVariable } from './stage-variables.ts';

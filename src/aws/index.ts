/**
 * The words that every AWS service shares: how a call arrives at a handler, how a handler fails, how the types of an
 * operation are read off the published SDK. Nothing here knows HTTP or any one service.
 */
export { type AccessRules, type AccessTable, accessRules, type Demand, type OperationFacts } from './access.ts';
export type { Call, Principal } from './call.ts';
export { type CallRates, callsEvery } from './call-rates.ts';
export {
  describeViolations,
  enumListViolations,
  enumViolations,
  lengthViolations,
  patternViolations,
  rangeViolations,
  refuseViolations,
  type Violation,
} from './constraints.ts';
export type { Handlers } from './handlers.ts';
export { lazyHandlers } from './lazy-handlers.ts';
export { once } from './once.ts';
export type { Input, Output } from './operation-types.ts';
export { ServiceError } from './service-error.ts';
export { newSecretAccessKey, type RandomBytes, uniqueId } from './unique-ids.ts';

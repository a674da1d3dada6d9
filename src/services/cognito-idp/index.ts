/**
 * User pools (`cognito-idp`, 2016-04-18): users, their passwords and groups, the clients through which they sign in, and the
 * tokens that they get. What a pool answers over plain HTTP stands in `endpoints/`. Knows nothing of connections.
 */
export { cognitoAccess } from './access.ts';
export type {
  CognitoContext,
  DeliverMessage,
  UserMessage,
  UserPoolPublisher,
} from './context.ts';
export { poolArn } from './documents/index.ts';
export type { EndpointRequest } from './endpoints/request.ts';
export { poolIds } from './ids.ts';
export { type CognitoService, createCognitoService, type PoolEndpoints } from './service.ts';
export { listPoolKeys } from './stored-keys.ts';
export { UNSIGNED_OPERATIONS } from './unsigned.ts';

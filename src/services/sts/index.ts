/**
 * Security Token Service: who am I, and temporary credentials of roles, users and of people whom an identity provider vouches
 * for.
 */
export type { AssumableRole, Identities, StsContext } from './context.ts';
export { createStsService, type StsService, type StsServiceOptions } from './service.ts';
export type { Sessions } from './sessions/index.ts';

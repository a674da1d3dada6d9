/** Who the callers of every account are and what they may do, for everybody who decides about calls. */
export {
  createIdentityDirectory,
  type IdentityDirectory,
  type KeyOwner,
  type RoleFacts,
  type UserFacts,
} from './directory.ts';

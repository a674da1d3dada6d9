/**
 * The policy language of IAM: documents are parsed and compiled once, decisions are pure functions of a request (IAM user
 * guide, "IAM JSON policy reference"). No effects, no knowledge of any service: actions, resources and condition keys are
 * what the caller says they are. Matching never backtracks over wildcards, so hostile policies and requests cost what
 * their lengths say.
 */
export { type Caller, callerKeys, isRoot, keysFrom, principalOf, type Session } from './caller.ts';
export { type CompiledPolicies, compilePolicies } from './compile-policies.ts';
export {
  type CompiledPolicy,
  compilePolicy,
  type DecidingStatement,
  type PolicyKind,
  type Verdict,
} from './compile-policy.ts';
export { type AccessDecision, type ApplicablePolicies, type DecidingSource, decideAccess } from './decide-access.ts';
export type { AccessRequest, ContextKeys, Principal } from './request.ts';
export { PolicySyntaxError } from './syntax-error.ts';
export { timeKeys } from './time-keys.ts';

import { type CompiledPolicy, compilePolicy } from '../../../policy/index.ts';
import type { AssumableRole } from '../context.ts';

/** Stands for the trust policy of a role that is not there: it trusts nobody. */
const NOBODY = compilePolicy(
  { Statement: { Effect: 'Deny', Principal: '*', Action: 'sts:Nothing' } },
  'trust',
  'no trust policy',
);

export function compileTrust(role: AssumableRole | undefined): CompiledPolicy {
  return role ? compilePolicy(JSON.parse(role.trustPolicy), 'trust', `trust policy of ${role.arn}`) : NOBODY;
}

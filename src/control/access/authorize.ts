import type { AccessRules, Demand } from '../../aws/index.ts';
import type { CallerPolicies, PolicyText } from '../../model/index.ts';
import {
  type AccessDecision,
  type CompiledPolicy,
  callerKeys,
  compilePolicy,
  decideAccess,
  keysFrom,
  principalOf,
} from '../../policy/index.ts';
import { accessDenied } from './access-denied.ts';
import type { CallFacts } from './call-facts.ts';
import { requestKeys } from './request-keys.ts';

export interface Authorizer {
  /** @throws {ServiceError} `AccessDenied`, as the protocol names it; and what the service's rules throw */
  authorize(rules: AccessRules, input: Readonly<Record<string, unknown>>, facts: CallFacts): Promise<void>;
}

interface CompiledPolicies {
  readonly identity: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
  readonly session: readonly CompiledPolicy[];
}

export function createAuthorizer(): Authorizer {
  const compiled = new WeakMap<CallerPolicies, CompiledPolicies>();

  function ready(policies: CallerPolicies): CompiledPolicies {
    const known = compiled.get(policies) ?? compile(policies);
    compiled.set(policies, known);
    return known;
  }

  return {
    async authorize(rules, input, facts) {
      const { call, operation } = facts;
      for (const demand of await rules(operation, input, call)) {
        const decision = decide(demand, ready(facts.policies), facts);
        if (decision.result !== 'Allow') throw accessDenied(call.principal.arn, demand, decision, facts.protocol);
      }
    },
  };
}

function decide(demand: Demand, policies: CompiledPolicies, facts: CallFacts): AccessDecision {
  const { principal, scope } = facts.call;
  return decideAccess(
    {
      principal: principalOf(principal),
      action: demand.action,
      resource: demand.resource,
      keys: keysFrom(demand.keys ?? {}, callerKeys(principal), requestKeys(facts)),
    },
    {
      ...policies,
      resource: demand.resourcePolicy,
      resourceAccountId: scope.accountId,
      resourceMustAllow: demand.resourceMustAllow ?? false,
    },
  );
}

/** @throws {PolicySyntaxError} which refuses the caller: a policy of his that cannot be read might deny */
function compile({ identity, boundary, session = [] }: CallerPolicies): CompiledPolicies {
  const one = ({ name, document }: PolicyText) => compilePolicy(JSON.parse(document), 'identity', name);
  return {
    identity: identity.map(one),
    boundary: boundary && one(boundary),
    session: session.map(one),
  };
}

import type { AccessRules, Demand } from '../../aws/index.ts';
import type { CallerPolicies } from '../../model/index.ts';
import {
  type AccessDecision,
  type CompiledPolicies,
  callerKeys,
  compilePolicies,
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

/** @param accountIds every account there is: what an ARN of one of them names is that account's */
export function createAuthorizer(accountIds: readonly string[]): Authorizer {
  const compiled = new WeakMap<CallerPolicies, CompiledPolicies>();

  function ready(policies: CallerPolicies): CompiledPolicies {
    const known = compiled.get(policies) ?? compilePolicies(policies);
    compiled.set(policies, known);
    return known;
  }

  return {
    async authorize(rules, input, facts) {
      const { call, operation } = facts;
      const judge = async (demands: readonly Demand[]): Promise<void> => {
        for (const demand of demands) {
          const decision = decide(demand, ready(facts.policies), facts, accountIds);
          if (decision.result !== 'Allow') throw accessDenied(call.principal.arn, demand, decision, facts.protocol);
          if (demand.further) await judge(await demand.further());
        }
      };
      await judge(await rules(operation, input, call));
    },
  };
}

function decide(
  demand: Demand,
  policies: CompiledPolicies,
  facts: CallFacts,
  accountIds: readonly string[],
): AccessDecision {
  const { principal, scope } = facts.call;
  return decideAccess(
    {
      principal: principalOf(principal),
      action: demand.action,
      resource: demand.resource,
      keys: keysFrom(demand.keys ?? {}, callerKeys(principal), requestKeys(facts)),
    },
    {
      resource: demand.resourcePolicy,
      resourceAccountId: ownerOf(demand.resource, accountIds) ?? scope.accountId,
      resourceMustAllow: demand.resourceMustAllow ?? false,
      ...policies,
    },
  );
}

/** The account in an ARN, where it is one of ours: ARNs from elsewhere are brought along by APIs and name nothing here. */
function ownerOf(arn: string, accountIds: readonly string[]): string | undefined {
  const accountId = arn.split(':', 5)[4];
  return accountId !== undefined && accountIds.includes(accountId) ? accountId : undefined;
}

import type { RoutingRule, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { refuseMixedApis } from '../api-mappings/index.ts';
import type { DomainNameRecord, ServiceContext } from '../context.ts';
import { badRequest, missing } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';
import { checkPriority, readRule, ruleArn } from './check.ts';

export function routingRuleHandlers({ domainNames, findRestApi, ids }: ServiceContext) {
  /** @throws {ServiceError} 400 where a rule leads nowhere, or where the domain name may have none */
  async function checkRule(
    tx: Reader,
    scope: Scope,
    { domain, mappings }: DomainNameRecord,
    { Actions }: Pick<RoutingRule, 'Actions'>,
  ): Promise<void> {
    for (const { InvokeApi } of Actions) {
      const api = await findRestApi(tx, scope, InvokeApi.ApiId);
      if (!api) throw badRequest('Invalid API identifier specified');
      if (!(await api.hasStage(InvokeApi.Stage))) throw badRequest('Invalid stage identifier specified');
      // Guide page rest-api-routing-rules, "Restrictions": public and private do not mix.
      if (api.isPrivate !== (domain.domainNameId !== undefined)) {
        throw badRequest('Public and private resources cannot be mixed in a routing rule.');
      }
    }
    await refuseMixedApis(mappings, (apiId) => findRestApi(tx, scope, apiId));
  }

  return {
    createRoutingRule: ({ DomainName, DomainNameId, ...input }, call) => {
      const asked = readRule(input);
      const address = { domainName: DomainName, domainNameId: DomainNameId };
      return domainNames.changeRoutes(address, call, async (record, tx) => {
        const rules = record.rules ?? [];
        checkPriority(asked, rules);
        await checkRule(tx, call.scope, record, asked);
        const RoutingRuleId = freeId(rules, ids.entityId);
        const RoutingRuleArn = ruleArn(record.domain, call.scope.accountId, RoutingRuleId);
        const rule: RoutingRule = { ...asked, RoutingRuleId, RoutingRuleArn };
        return { routes: { rules: [...rules, rule] }, result: rule };
      });
    },

    getRoutingRule: async ({ DomainName, DomainNameId, RoutingRuleId }, { scope }) => {
      const record = await domainNames.require(scope, { domainName: DomainName, domainNameId: DomainNameId });
      return requireRule(record, RoutingRuleId).rule;
    },

    listRoutingRules: async ({ DomainName, DomainNameId, ...page }, { scope }) => {
      const { rules = [] } = await domainNames.require(scope, { domainName: DomainName, domainNameId: DomainNameId });
      const { items, ...rest } = pageOf(rules, ({ RoutingRuleId }) => RoutingRuleId, page);
      return { RoutingRules: items, ...rest };
    },

    putRoutingRule: ({ DomainName, DomainNameId, RoutingRuleId, ...input }, call) => {
      const asked = readRule(input);
      const address = { domainName: DomainName, domainNameId: DomainNameId };
      return domainNames.changeRoutes(address, call, async (record, tx) => {
        const { rule, others } = requireRule(record, RoutingRuleId);
        checkPriority(asked, others);
        await checkRule(tx, call.scope, record, asked);
        const changed: RoutingRule = { ...rule, ...asked };
        return { routes: { rules: [...others, changed] }, result: changed };
      });
    },

    deleteRoutingRule: ({ DomainName, DomainNameId, RoutingRuleId }, call) =>
      domainNames.changeRoutes({ domainName: DomainName, domainNameId: DomainNameId }, call, async (record) => ({
        routes: { rules: requireRule(record, RoutingRuleId).others },
        result: {},
      })),
  } satisfies ApiGatewayV2Handlers;
}

function freeId(rules: readonly RoutingRule[], newId: () => string): string {
  let id = newId();
  while (rules.some(({ RoutingRuleId }) => RoutingRuleId === id)) id = newId();
  return id;
}

/** @throws {ServiceError} 404 */
function requireRule({ rules = [] }: DomainNameRecord, ruleId: string) {
  const rule = rules.find(({ RoutingRuleId }) => RoutingRuleId === ruleId);
  if (!rule) throw missing.routingRule();
  return { rule, others: rules.filter((other) => other !== rule) };
}

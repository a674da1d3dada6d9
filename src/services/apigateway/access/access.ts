import type { AccessRules, Demand, OperationFacts } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { documentId } from '../documents/key.ts';
import { restApis } from '../documents/kinds.ts';
import { passedRoles } from './passed-roles.ts';
import { requestKeys, tagKeys } from './request-keys.ts';
import { setsPolicy } from './sets-policy.ts';

type Input = Readonly<Record<string, unknown>>;

/** Routing rules have actions of their own, and an account in their ARNs. */
const ROUTING_RULE_ACTIONS: Readonly<Record<string, string>> = {
  CreateRoutingRule: 'CreateRoutingRule',
  DeleteRoutingRule: 'DeleteRoutingRule',
  GetRoutingRule: 'GetRoutingRule',
  ListRoutingRules: 'ListRoutingRules',
  PutRoutingRule: 'UpdateRoutingRule',
};

/**
 * API Gateway's actions are the verbs of its own API, and the resources are its paths: `apigateway:GET` on
 * `arn:aws:apigateway:REGION::/restapis/ID` (guide page api-gateway-iam-policy-examples; Service Authorization Reference).
 * Besides, whoever sets an API's policy or passes a role on needs to be allowed that.
 */
export function apiGatewayAccess(reader: Reader): AccessRules {
  return async (operation, input, { scope }) => {
    const path = pathOf(operation, input);
    const ofRules = ROUTING_RULE_ACTIONS[operation.name];
    if (ofRules !== undefined) {
      const { region, accountId } = scope;
      return [{ action: `apigateway:${ofRules}`, resource: `arn:aws:apigateway:${region}:${accountId}:${path}` }];
    }
    const resource = `arn:aws:apigateway:${scope.region}::${path}`;
    const api =
      typeof input.restApiId === 'string' ? await reader.get(restApis, scope, documentId(input.restApiId)) : undefined;
    const keys = { ...requestKeys(operation.name, input), ...tagKeys('aws:resourcetag', api?.value.tags) };
    const demands: Demand[] = [{ action: `apigateway:${operation.http?.method ?? ''}`, resource, keys }];
    if (setsPolicy(input)) demands.push({ action: 'apigateway:UpdateRestApiPolicy', resource, keys });
    for (const role of passedRoles(input)) {
      demands.push({
        action: 'iam:PassRole',
        resource: role,
        keys: { 'iam:passedtoservice': 'apigateway.amazonaws.com', 'iam:associatedresourcearn': resource },
      });
    }
    return demands;
  };
}

/**
 * The path of a call, of both versions of the API without the version's, with every label as one segment, whatever it holds,
 * so that no id leads to another's policy.
 */
function pathOf({ http }: OperationFacts, input: Input): string {
  const [path = ''] = (http?.uri ?? '').split('?');
  return path
    .replace(/^\/v2\//, '/')
    .replace(/\{(\w+)\+?\}/g, (_, label: string) => encodeURIComponent(String(input[label] ?? '')));
}

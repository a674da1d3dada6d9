import type { AccessRules, Demand, OperationFacts } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { documentId } from '../documents/key.ts';
import { restApis } from '../documents/kinds.ts';
import { passedRoles } from './passed-roles.ts';
import { policyActions } from './policy-actions.ts';
import { requestKeys, tagKeys } from './request-keys.ts';

type Input = Readonly<Record<string, unknown>>;

/** Routing rules have actions of their own, and an account in their ARNs. */
const ROUTING_RULE_ACTIONS: Readonly<Record<string, string>> = {
  CreateRoutingRule: 'CreateRoutingRule',
  DeleteRoutingRule: 'DeleteRoutingRule',
  GetRoutingRule: 'GetRoutingRule',
  ListRoutingRules: 'ListRoutingRules',
  PutRoutingRule: 'UpdateRoutingRule',
};

/** Of what there is of a private domain name, itself alone has an account in its ARN. */
const PRIVATE_DOMAIN = /^\/domainnames\/[^/]+\+[^/]*$/;

/**
 * API Gateway's actions are the verbs of its own API, and the resources are its paths: `apigateway:GET` on
 * `arn:aws:apigateway:REGION::/restapis/ID` (guide page api-gateway-iam-policy-examples; Service Authorization Reference).
 * Besides, whoever sets the policy of an API or a domain name or passes a role on needs to be allowed that.
 */
export function apiGatewayAccess(reader: Reader): AccessRules {
  return async (operation, input, { scope }) => {
    const path = pathOf(operation, input);
    const { region, accountId } = scope;
    const ofRules = ROUTING_RULE_ACTIONS[operation.name];
    if (ofRules !== undefined) {
      return [{ action: `apigateway:${ofRules}`, resource: `arn:aws:apigateway:${region}:${accountId}:${path}` }];
    }
    const resource = `arn:aws:apigateway:${region}:${PRIVATE_DOMAIN.test(path) ? accountId : ''}:${path}`;
    const api =
      typeof input.restApiId === 'string' ? await reader.get(restApis, scope, documentId(input.restApiId)) : undefined;
    const keys = { ...requestKeys(operation.name, input), ...tagKeys('aws:resourcetag', api?.value.tags) };
    const demands: Demand[] = [{ action: `apigateway:${operation.http?.method ?? ''}`, resource, keys }];
    for (const action of policyActions(path, input)) demands.push({ action: `apigateway:${action}`, resource, keys });
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
  return path.replace(/^\/v2\//, '/').replace(/\{(\w+)\+?\}/g, (_, label: string) => segmentOf(label, input));
}

/** A domain name is found whatever its case, so it has one here; a private one bears its id, as in its ARN. */
function segmentOf(label: string, input: Input): string {
  const value = String(input[label] ?? '');
  if (label.toLowerCase() !== 'domainname') return encodeURIComponent(value);
  const id = typeof input.domainNameId === 'string' ? `+${encodeURIComponent(input.domainNameId)}` : '';
  return encodeURIComponent(value.toLowerCase()) + id;
}

import type { AccessRules, Demand } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { rightsOfFile } from './imported-file.ts';
import { passedRoles } from './passed-roles.ts';
import { policyActions } from './policy-actions.ts';
import { requestKeys } from './request-keys.ts';
import { domainNameResource, pathOf, resourceOf } from './resource.ts';
import { type ReadResourceKeys, readResourceKeys } from './resource-keys.ts';

/** Routing rules have actions of their own, and an account in their ARNs. */
const ROUTING_RULE_ACTIONS: Readonly<Record<string, string>> = {
  CreateRoutingRule: 'CreateRoutingRule',
  DeleteRoutingRule: 'DeleteRoutingRule',
  GetRoutingRule: 'GetRoutingRule',
  ListRoutingRules: 'ListRoutingRules',
  PutRoutingRule: 'UpdateRoutingRule',
};

/** Operations that read an API from a file. */
const IMPORTS = new Set(['ImportRestApi', 'PutRestApi']);

/** What is needed at a private domain name by whoever makes an association with it, or ends one that another made. */
const ASSOCIATION_ACTIONS: Readonly<Record<string, string>> = {
  CreateDomainNameAccessAssociation: 'CreateAccessAssociation',
  RejectDomainNameAccessAssociation: 'RejectAccessAssociation',
};

/**
 * API Gateway's actions are the verbs of its own API, and the resources are its paths: `apigateway:GET` on
 * `arn:aws:apigateway:REGION::/restapis/ID` (guide page api-gateway-iam-policy-examples; Service Authorization Reference).
 * Besides, whoever sets the policy of an API or a domain name or passes a role on needs to be allowed that.
 * @param ofOthers condition keys of what another service keeps
 */
export function apiGatewayAccess(reader: Reader, ofOthers?: ReadResourceKeys): AccessRules {
  const ofResources = readResourceKeys(reader);
  return async (operation, input, { scope }) => {
    const path = pathOf(operation, input);
    const { region, accountId } = scope;
    const ofRules = ROUTING_RULE_ACTIONS[operation.name];
    if (ofRules !== undefined) {
      const keys = await ofResources(operation, input, scope);
      return [{ action: `apigateway:${ofRules}`, resource: `arn:aws:apigateway:${region}:${accountId}:${path}`, keys }];
    }
    const resource = resourceOf(path, scope);
    const keys = {
      ...requestKeys(operation.name, input),
      ...(await ofResources(operation, input, scope)),
      ...(await ofOthers?.(operation, input, scope)),
    };
    const setPolicy = (action: string): Demand => ({ action: `apigateway:${action}`, resource, keys });
    const passRole = (role: string): Demand => ({
      action: 'iam:PassRole',
      resource: role,
      keys: { 'iam:passedtoservice': 'apigateway.amazonaws.com', 'iam:associatedresourcearn': resource },
    });
    const ofFile = async (body: Uint8Array) => {
      const { roles, setsPolicy } = await rightsOfFile(body, scope);
      return [...(setsPolicy ? [setPolicy('UpdateRestApiPolicy')] : []), ...roles.map(passRole)];
    };
    const { body } = input;
    const isImport = IMPORTS.has(operation.name) && body instanceof Uint8Array;
    const own: Demand = { action: `apigateway:${operation.http?.method ?? ''}`, resource, keys };
    const demands: Demand[] = [
      isImport ? { ...own, further: () => ofFile(body) } : own,
      ...policyActions(path, input).map(setPolicy),
    ];
    const ofAssociations = ASSOCIATION_ACTIONS[operation.name];
    if (ofAssociations !== undefined) {
      demands.push({
        action: `apigateway:${ofAssociations}`,
        resource: domainNameResource(input.domainNameArn, scope),
        keys,
      });
    }
    demands.push(...passedRoles(input).map(passRole));
    return demands;
  };
}

import { methodArn } from '../authorizers/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { MethodRequest } from '../method/index.ts';

const EXPLICITLY = ' with an explicit deny';

/** What AWS tells a caller whom an authorizer's policy does not let pass (fact D92). */
export function deniedByAuthorizer(isExplicit: boolean): GatewayFailure {
  return {
    kind: 'failure',
    type: 'ACCESS_DENIED',
    message: `User is not authorized to access this resource${isExplicit ? EXPLICITLY : ''}`,
  };
}

/** What AWS tells a caller whom policies do not let pass; of the account's number it shows the last four digits (fact D107). */
export function deniedByPolicies(user: string, request: MethodRequest, isExplicit: boolean): GatewayFailure {
  const { accountId } = request.context.stageFacts;
  const hidden = accountId.slice(-4).padStart(accountId.length, '*');
  const resource = methodArn(request).replace(`:${accountId}:`, `:${hidden}:`);
  return {
    kind: 'failure',
    type: 'ACCESS_DENIED',
    message: `User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${resource}${isExplicit ? EXPLICITLY : ''}`,
  };
}

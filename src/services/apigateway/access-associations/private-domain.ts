import type { Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/**
 * The private domain name that an ARN names: `arn:aws:apigateway:REGION:ACCOUNT:/domainnames/NAME+ID` (fact D158).
 * @throws {ServiceError} 400 for any other ARN
 */
export function privateDomainOf(
  arn: string,
  scope: Scope,
): { readonly domainName: string; readonly domainNameId: string } {
  const parts = /^arn:[\w-]+:apigateway:([\w-]+):(\d{12}):\/domainnames\/([\w.-]+)\+(\w+)$/.exec(arn);
  const [, region, accountId, domainName = '', domainNameId = ''] = parts ?? [];
  if (region !== scope.region || accountId !== scope.accountId)
    throw badRequest('Invalid ARN specified in the request');
  return { domainName, domainNameId };
}

import type { Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

interface PrivateDomain {
  readonly domainName: string;
  readonly domainNameId: string;
}

/**
 * The private domain name that an ARN names: `arn:aws:apigateway:REGION:ACCOUNT:/domainnames/NAME+ID` (fact D158); undefined
 * for any other ARN.
 */
export function readPrivateDomain(arn: string, scope: Scope): PrivateDomain | undefined {
  const parts = /^arn:[\w-]+:apigateway:([\w-]+):(\d{12}):\/domainnames\/([\w.-]+)\+(\w+)$/.exec(arn);
  const [, region, accountId, domainName = '', domainNameId = ''] = parts ?? [];
  return region === scope.region && accountId === scope.accountId ? { domainName, domainNameId } : undefined;
}

/** @throws {ServiceError} 400 for an ARN of anything else */
export function privateDomainOf(arn: string, scope: Scope): PrivateDomain {
  const found = readPrivateDomain(arn, scope);
  if (found === undefined) throw badRequest('Invalid ARN specified in the request');
  return found;
}

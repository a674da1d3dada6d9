import type { DomainName, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { requireDomainName } from '../documents/index.ts';
import { badRequest } from '../errors.ts';

/**
 * The private domain name that an ARN names: `arn:aws:apigateway:REGION:ACCOUNT:/domainnames/NAME+ID` (fact D158).
 * @throws {ServiceError} 400 for any other ARN, 404 when there is none
 */
export async function requirePrivateDomain(reader: Reader, scope: Scope, arn: string): Promise<DomainName> {
  const parts = /^arn:[\w-]+:apigateway:([\w-]+):(\d{12}):\/domainnames\/([\w.-]+)\+(\w+)$/.exec(arn);
  const [, region, accountId, name = '', id] = parts ?? [];
  if (region !== scope.region || accountId !== scope.accountId)
    throw badRequest('Invalid ARN specified in the request');
  return (await requireDomainName(reader, scope, name, id)).domain;
}

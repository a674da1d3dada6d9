import { badRequest } from '../errors.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST_NAME = new RegExp(`^(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$`);

/**
 * Checks a domain name: a host name of two labels or more in lower case (RFC 1123 section 2.1), perhaps with `*` as its first
 * label, which a private one may not have (fact D158).
 * @throws {ServiceError} 400
 */
export function checkDomainName(domainName: string, isPrivate: boolean): void {
  if (domainName.trim() === '') throw badRequest('No Domain Name specified');
  const isWildcard = domainName.startsWith('*.');
  const host = isWildcard ? domainName.slice(2) : domainName;
  if (domainName.length > 253 || !HOST_NAME.test(host)) throw badRequest('Invalid domain name specified');
  if (isWildcard && isPrivate) throw badRequest('Wildcard custom domain names are not supported for private APIs.');
  // Requests to such a host name are for the API that its first label names.
  if (/^[a-z0-9]+\.execute-api\./.test(domainName)) {
    throw badRequest('A domain name cannot have execute-api as its second label.');
  }
}

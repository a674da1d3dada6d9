import type { MethodRequest } from '../method/index.ts';
import { decodePercent } from '../text/index.ts';

/**
 * `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/path`: what policies are asked about. Every spelling of a path that the
 * router takes for the same has one ARN, so that none slips past a policy: percent-encoding is undone (but for an encoded
 * slash or percent sign), slashes before the path and one behind it do not count.
 */
export function methodArn({ context, address }: MethodRequest): string {
  const { region, accountId, apiId, stage } = context.stageFacts;
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${context.httpMethod}/${canonicalPath(address.path)}`;
}

function canonicalPath(path: string): string {
  const inner = path.replace(/^\/+/, '').replace(/\/$/, '');
  if (!inner.includes('%')) return inner;
  return inner
    .split('/')
    .map((segment) => decodePercent(segment).replaceAll('%', '%25').replaceAll('/', '%2F'))
    .join('/');
}

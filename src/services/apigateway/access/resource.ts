import type { OperationFacts } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { readPrivateDomain } from '../access-associations/private-domain.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * The path of a call, of both versions of the API without the version's, with every label as one segment, whatever it holds,
 * so that no id leads to another's policy.
 */
export function pathOf({ http }: OperationFacts, input: Input): string {
  const [path = ''] = (http?.uri ?? '').split('?');
  return path
    .replace(/^\/v2\//, '/')
    .replace(/\{(\w+)\+?\}/g, (_, label: string) => segmentOf(label, String(input[label] ?? ''), input));
}

function segmentOf(label: string, value: string, { domainNameId }: Input): string {
  switch (label) {
    // A domain name is found whatever its case, so it has one here; a private one bears its id, as in its ARN.
    case 'domainName':
    case 'DomainName':
      return (
        encodeURIComponent(value.toLowerCase()) +
        (typeof domainNameId === 'string' ? `+${encodeURIComponent(domainNameId)}` : '')
      );
    // What it is found by: the end of its ARN.
    case 'domainNameAccessAssociationArn':
      return /:\/domainnameaccessassociations\/([\w./*-]+)$/.exec(value)?.[1] ?? encodeURIComponent(value);
    default:
      return encodeURIComponent(value);
  }
}

/** Private domain names and access associations, and nothing that belongs to them. */
const HAS_ACCOUNT = /^\/domainnames\/[^/]+\+[^/]*$|^\/domainnameaccessassociations/;

/** The ARN of what has a path (Service Authorization Reference, "Resource types defined by Amazon API Gateway Management"). */
export function resourceOf(path: string, { region, accountId }: Scope): string {
  return `arn:aws:apigateway:${region}:${HAS_ACCOUNT.test(path) ? accountId : ''}:${path}`;
}

/** The same of a private domain name, from the ARN that a call gives; any other ARN leads to nothing, and stays as it is. */
export function domainNameResource(arn: unknown, scope: Scope): string {
  const named = readPrivateDomain(String(arn), scope);
  return named
    ? resourceOf(`/domainnames/${named.domainName.toLowerCase()}+${named.domainNameId}`, scope)
    : String(arn);
}

import type { Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** What can carry tags. */
export type TaggedResource =
  | { readonly kind: 'RestApi'; readonly restApiId: string }
  | { readonly kind: 'Stage'; readonly restApiId: string; readonly stageName: string }
  | { readonly kind: 'ApiKey'; readonly keyId: string }
  | { readonly kind: 'UsagePlan'; readonly planId: string }
  | { readonly kind: 'DomainName'; readonly domainName: string; readonly domainNameId: string | undefined }
  | { readonly kind: 'AccessAssociation'; readonly arn: string }
  | { readonly kind: 'VpcLink'; readonly vpcLinkId: string }
  | { readonly kind: 'ClientCertificate'; readonly clientCertificateId: string };

/** The paths of ARNs, each with what it names. */
const FORMS: readonly (readonly [RegExp, (found: readonly string[]) => TaggedResource])[] = [
  [/^restapis\/([\w.$-]+)$/, ([restApiId = '']) => ({ kind: 'RestApi', restApiId })],
  [
    /^restapis\/([\w.$-]+)\/stages\/([\w-]+)$/,
    ([restApiId = '', stageName = '']) => ({ kind: 'Stage', restApiId, stageName }),
  ],
  [/^apikeys\/([\w.$-]+)$/, ([keyId = '']) => ({ kind: 'ApiKey', keyId })],
  [/^usageplans\/([\w.$-]+)$/, ([planId = '']) => ({ kind: 'UsagePlan', planId })],
  [
    /^domainnames\/([\w.*-]+)(?:\+(\w+))?$/,
    ([domainName = '', domainNameId]) => ({ kind: 'DomainName', domainName, domainNameId }),
  ],
  [/^vpclinks\/([\w.$-]+)$/, ([vpcLinkId = '']) => ({ kind: 'VpcLink', vpcLinkId })],
  [
    /^clientcertificates\/([\w.$-]+)$/,
    ([clientCertificateId = '']) => ({ kind: 'ClientCertificate', clientCertificateId }),
  ],
];

/**
 * Reads the ARN of something that carries tags: `arn:aws:apigateway:REGION::/restapis/ID[/stages/NAME]`, and so on (features
 * A1.11; guide page arn-format-reference). Private domain names and their associations also name their account (fact D158).
 * @throws {ServiceError} 400 for any other ARN, and for one of another region or account
 */
export function readTaggedArn(arn: string, { region, accountId }: Scope): TaggedResource {
  const [, named, owner = '', path = ''] = /^arn:[\w-]+:apigateway:([\w-]+):(\d*):\/(.+)$/.exec(arn) ?? [];
  const isOwn = named === region && (owner === '' || owner === accountId);
  const resource = isOwn ? readPath(arn, path) : undefined;
  const isOwned = resource?.kind === 'AccessAssociation' || (resource?.kind === 'DomainName' && resource.domainNameId);
  if (resource === undefined || (owner !== '' && !isOwned)) throw badRequest('Invalid ARN specified in the request');
  return resource;
}

function readPath(arn: string, path: string): TaggedResource | undefined {
  if (/^domainnameaccessassociations\/./.test(path)) return { kind: 'AccessAssociation', arn };
  for (const [form, resourceOf] of FORMS) {
    const found = form.exec(path);
    if (found) return resourceOf(found.slice(1));
  }
  return undefined;
}

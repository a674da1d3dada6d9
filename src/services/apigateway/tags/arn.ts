import { badRequest } from '../errors.ts';

/** What can carry tags. */
export type TaggedResource =
  | { readonly kind: 'RestApi'; readonly restApiId: string }
  | { readonly kind: 'Stage'; readonly restApiId: string; readonly stageName: string }
  | { readonly kind: 'ApiKey'; readonly keyId: string }
  | { readonly kind: 'UsagePlan'; readonly planId: string }
  | { readonly kind: 'VpcLink'; readonly vpcLinkId: string }
  | { readonly kind: 'ClientCertificate'; readonly clientCertificateId: string };

/**
 * Reads the ARN of something that carries tags: `arn:aws:apigateway:REGION::/restapis/ID[/stages/NAME]`,
 * `.../apikeys/ID`, `.../usageplans/ID`, `.../vpclinks/ID` or `.../clientcertificates/ID` (features A1.11; guide page arn-format-reference).
 * @param region where the caller's things lie
 * @throws {ServiceError} 400 for any other ARN, and for one of another region
 */
export function readTaggedArn(arn: string, region: string): TaggedResource {
  const [, named, path = ''] = /^arn:[\w-]+:apigateway:([\w-]+)::\/(.+)$/.exec(arn) ?? [];
  const resource = named === region ? readPath(path.split('/')) : undefined;
  if (resource === undefined) throw badRequest('Invalid ARN specified in the request');
  return resource;
}

function readPath(path: readonly string[]): TaggedResource | undefined {
  const [collection, id = '', inner, innerId = '', ...more] = path;
  if (!/^[\w.$-]+$/.test(id) || more.length > 0) return undefined;
  if (inner !== undefined) {
    const isStage = collection === 'restapis' && inner === 'stages' && /^[\w-]+$/.test(innerId);
    return isStage ? { kind: 'Stage', restApiId: id, stageName: innerId } : undefined;
  }
  switch (collection) {
    case 'restapis':
      return { kind: 'RestApi', restApiId: id };
    case 'apikeys':
      return { kind: 'ApiKey', keyId: id };
    case 'usageplans':
      return { kind: 'UsagePlan', planId: id };
    case 'vpclinks':
      return { kind: 'VpcLink', vpcLinkId: id };
    case 'clientcertificates':
      return { kind: 'ClientCertificate', clientCertificateId: id };
    default:
      return undefined;
  }
}

import type { AwsAccess } from '../../model/index.ts';
import type { ServiceUri } from './service-uri.ts';

/** Where a service is called, and under which name its signatures are verified. */
export interface ServiceEndpoint {
  /** Scheme, host, port and perhaps a path, without a slash at the end. */
  readonly url: string;
  readonly signingName: string;
  readonly signingRegion: string;
  /** Whether the operator set the endpoint: it may be a substitute for AWS. */
  readonly isOwn: boolean;
}

/** Services whose host or signing name is not the name in the URI (AWS General Reference, "Service endpoints and quotas"). */
const HOSTS: Readonly<Record<string, string>> = { iotdata: 'data.iot' };
const SIGNING_NAMES: Readonly<Record<string, string>> = {
  'appsync-api': 'appsync',
  email: 'ses',
};
/** Services with one endpoint for all regions, which is signed for `us-east-1`. */
const GLOBAL: ReadonlySet<string> = new Set(['cloudfront', 'iam', 'route53']);

/** The domain of each partition's services. */
const DOMAINS: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.com.cn' };

/** The endpoint that the operator set for a service. */
export function ownEndpoint(access: AwsAccess, service: string): string | undefined {
  return (Object.hasOwn(access.endpoints, service) ? access.endpoints[service] : undefined) ?? access.defaultEndpoint;
}

/**
 * The endpoint of the service that a URI names: the operator's, or AWS's own. A sub-domain stands in the host's name, but a
 * bucket at an endpoint of the operator's stands in the path, because its host's name may be an address.
 */
export function serviceEndpoint(uri: ServiceUri, access: AwsAccess): ServiceEndpoint {
  const { service, subdomain, region, partition } = uri;
  const signing = {
    signingName: SIGNING_NAMES[service] ?? service,
    signingRegion: GLOBAL.has(service) ? 'us-east-1' : region,
  };
  const own = ownEndpoint(access, service)?.replace(/\/+$/, '');
  const prefix = subdomain === undefined ? '' : `${subdomain}.`;
  if (own === undefined) {
    const domain = DOMAINS[partition] ?? 'amazonaws.com';
    const host = HOSTS[service] ?? service;
    const place = GLOBAL.has(service) ? host : `${host}.${region}`;
    return { ...signing, url: `https://${prefix}${place}.${domain}`, isOwn: false };
  }
  const url = service === 's3' && subdomain !== undefined ? `${own}/${subdomain}` : own;
  return { ...signing, url, isOwn: true };
}

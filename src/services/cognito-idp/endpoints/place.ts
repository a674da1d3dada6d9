import type { EndpointRequest } from './request.ts';

/** Which endpoint of which pool a request is for. */
export interface EndpointPlace {
  readonly endpoint: string;
  readonly pool: { readonly id: string } | { readonly domain: string; readonly region: string };
}

const ENDPOINT = '(\\.well-known/(?:jwks\\.json|openid-configuration)|oauth2/[A-Za-z]+|login|logout)';
/** Below the issuer. */
const BY_ID = new RegExp(`^/([a-z]{2}(?:-[a-z]+)+-\\d_[0-9A-Za-z]{1,55})/${ENDPOINT}$`);
/** `PREFIX.auth.REGION.` and whatever follows, as Amazon's `amazoncognito.com` does. */
const DOMAIN_HOST = /^([a-z0-9][a-z0-9-]{0,62})\.auth\.([a-z]{2}(?:-[a-z]+)+-\d)(?:\.|$)/;
const BY_HOST = new RegExp(`^/${ENDPOINT}$`);

/** @returns undefined for what is no pool's */
export function endpointPlace({ host, path }: Pick<EndpointRequest, 'host' | 'path'>): EndpointPlace | undefined {
  const [, id, endpoint] = BY_ID.exec(path) ?? [];
  if (id !== undefined && endpoint !== undefined) return { endpoint, pool: { id } };
  const [, domain, region] = DOMAIN_HOST.exec(host) ?? [];
  const asked = domain === undefined ? undefined : BY_HOST.exec(path)?.[1];
  return domain !== undefined && region !== undefined && asked !== undefined
    ? { endpoint: asked, pool: { domain, region } }
    : undefined;
}

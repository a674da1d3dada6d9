import type { UpstreamOrigin } from '../../http/index.ts';

/** Where a URL's server listens. */
export function originOf(url: URL): UpstreamOrigin {
  const isTls = url.protocol === 'https:';
  return {
    protocol: isTls ? 'https:' : 'http:',
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
  };
}

/** The value of `Host` for a URL. */
export function hostOf(url: URL): string {
  return url.host;
}

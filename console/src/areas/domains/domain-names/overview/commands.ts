import { quoted } from '../../../../parts/curl.ts';
import type { Gateway } from '../../../../parts/use-gateway.ts';

interface Commands {
  /** A line of a zone file (RFC 1035 section 5.1). */
  readonly dns: string;
  /** Undefined where plain HTTP is refused, or nothing is known of the gateway. */
  readonly http: string | undefined;
  /** Undefined where the gateway has no certificates. */
  readonly https: string | undefined;
}

/**
 * How a domain name is reached, before DNS knows it and after.
 * @param path that is mapped, with its slashes
 */
export function commandsOf(
  domainName: string,
  { http, https }: Gateway,
  path: string,
  { isMutual }: { readonly isMutual: boolean },
): Commands {
  // Of a wildcard any name will do.
  const name = domainName.replace(/^\*\./, 'any.');
  const host = new URL(https ?? http ?? 'http://GATEWAY').hostname;
  const identity = isMutual ? '--cert client.pem --key client.key' : '-k';
  const port = https && new URL(https).port;
  return {
    dns: dnsRecord(domainName, host),
    http: http === undefined || isMutual ? undefined : `curl -H 'Host: ${name}' ${quoted(`${http}${path}`)}`,
    https:
      https &&
      `curl ${identity} --resolve ${name}:${port || 443}:${host} ${quoted(`https://${name}${port ? `:${port}` : ''}${path}`)}`,
  };
}

function dnsRecord(domainName: string, host: string): string {
  if (/^[\d.]+$/.test(host)) return `${domainName}. IN A ${host}`;
  return host.startsWith('[') ? `${domainName}. IN AAAA ${host.slice(1, -1)}` : `${domainName}. IN CNAME ${host}.`;
}

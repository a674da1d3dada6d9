import { isIP } from 'node:net';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Why a name cannot get a certificate here, to be read after the name; undefined when it can. */
export function acmeNameProblem(name: string): string | undefined {
  if (name.startsWith('*.')) return 'is a wildcard, which authorities check by DNS; http-01 is what is offered here';
  if (isIP(name) !== 0) return 'is an address; certificates are ordered for host names';
  if (name.length > 253 || !name.includes('.') || !name.split('.').every((label) => LABEL.test(label)))
    return 'is no host name in lower case with a dot in it';
  return undefined;
}

/** Why a directory URL cannot be used; undefined when it can. ACME runs over HTTPS (RFC 8555 section 6.1). */
export function directoryUrlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is no URL';
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return undefined;
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return protocol === 'http:' && isLoopback ? undefined : 'is not an https: URL';
}

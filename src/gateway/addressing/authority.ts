import type { NamedVpcEndpoint } from '../gateway.ts';

/** What an authority or a `Host` field names. */
export interface Authority {
  readonly text: string;
  /** The host name, without its port and without the brackets of an IPv6 address, in the client's case. */
  readonly domainName: string;
  /** The port as text; undefined when it names none. */
  readonly port: string | undefined;
  /** The API of a host name `{apiId}.execute-api.<anything>` or `{apiId}-{vpceId}.execute-api.<anything>`; undefined for any other. */
  readonly apiId: string | undefined;
  readonly vpcEndpoint: NamedVpcEndpoint | undefined;
}

let last: Authority | undefined;

/** Reads an authority. The last one is remembered: requests that follow each other mostly name the same. */
export function authorityOf(text: string): Authority {
  if (last?.text !== text) last = readAuthority(text);
  return last;
}

function readAuthority(text: string): Authority {
  const domainName = hostnameOf(text);
  const { apiId, vpcEndpoint } = namedBy(domainName);
  return { text, domainName, port: portOf(text), apiId, vpcEndpoint };
}

function hostnameOf(authority: string): string {
  if (authority.startsWith('[')) {
    const end = authority.indexOf(']');
    return end < 0 ? authority : authority.slice(1, end);
  }
  const colon = authority.indexOf(':');
  return colon < 0 ? authority : authority.slice(0, colon);
}

function portOf(authority: string): string | undefined {
  const port = authority.slice(authority.lastIndexOf(':') + 1);
  return port.length < authority.length && /^\d+$/.test(port) ? port : undefined;
}

const API = /^([a-z0-9]+)\.execute-api\../i;
/** Guide page apigateway-private-api-test-invoke-url: `API-VPCE`, or the endpoint's own name with what AWS adds to it. */
const ALIAS = /^([a-z0-9]+)-(vpce-[a-z0-9]+)\.execute-api\../i;
const ENDPOINT = /^(vpce-[a-z0-9]+)(?:-[a-z0-9-]+)?\.execute-api\../i;

/** Host names know no case (RFC 9110 section 4.2.3). */
function namedBy(hostname: string): Pick<Authority, 'apiId' | 'vpcEndpoint'> {
  const [, apiId] = API.exec(hostname) ?? [];
  if (apiId !== undefined) return { apiId: apiId.toLowerCase(), vpcEndpoint: undefined };
  const [, aliased, alias] = ALIAS.exec(hostname) ?? [];
  if (aliased !== undefined && alias !== undefined)
    return { apiId: aliased.toLowerCase(), vpcEndpoint: { id: alias.toLowerCase(), isAlias: true } };
  const [, id] = ENDPOINT.exec(hostname) ?? [];
  return { apiId: undefined, vpcEndpoint: id === undefined ? undefined : { id: id.toLowerCase(), isAlias: false } };
}

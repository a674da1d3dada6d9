/** What an authority or a `Host` field names. */
export interface Authority {
  readonly text: string;
  /** The host name, without its port and without the brackets of an IPv6 address, in the client's case. */
  readonly domainName: string;
  /** The port as text; undefined when it names none. */
  readonly port: string | undefined;
  /** The API of a host name `{apiId}.execute-api.<anything>`; undefined for any other name. */
  readonly apiId: string | undefined;
}

let last = readAuthority('');

/** Reads an authority. The last one is remembered: requests that follow each other mostly name the same. */
export function authorityOf(text: string): Authority {
  if (text !== last.text) last = readAuthority(text);
  return last;
}

function readAuthority(text: string): Authority {
  const domainName = hostnameOf(text);
  return { text, domainName, port: portOf(text), apiId: apiIdOfHost(domainName) };
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

/** Host names know no case (RFC 9110 section 4.2.3). */
function apiIdOfHost(hostname: string): string | undefined {
  return /^([a-z0-9]+)\.execute-api\../i.exec(hostname)?.[1]?.toLowerCase();
}

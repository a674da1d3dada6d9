/** The host name of an authority or Host field, without its port and without the brackets of an IPv6 address. */
export function hostnameOf(authority: string): string {
  if (authority.startsWith('[')) {
    const end = authority.indexOf(']');
    return end < 0 ? authority : authority.slice(1, end);
  }
  const colon = authority.indexOf(':');
  return colon < 0 ? authority : authority.slice(0, colon);
}

/** The port that an authority names, as text; undefined when it names none. */
export function portOf(authority: string): string | undefined {
  const port = authority.slice(authority.lastIndexOf(':') + 1);
  return port.length < authority.length && /^\d+$/.test(port) ? port : undefined;
}

const MARK = '.execute-api.';

/** The API that a host name `{apiId}.execute-api.<anything>` names; host names know no case (RFC 9110 section 4.2.3). */
export function apiIdOfHost(hostname: string): string | undefined {
  // Most host names are no API's, and no name that is shorter can be.
  if (hostname.length <= MARK.length + 1) return undefined;
  const lower = hostname.toLowerCase();
  const mark = lower.indexOf(MARK);
  if (mark <= 0 || mark + MARK.length === lower.length) return undefined;
  const apiId = lower.slice(0, mark);
  return /^[a-z0-9]+$/.test(apiId) ? apiId : undefined;
}

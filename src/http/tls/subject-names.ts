/**
 * The host names and addresses of a certificate, from the text that Node makes of its subjectAltName extension. A common
 * name does not count as a name (RFC 9525 section 6.3).
 * @returns host names in lower case and addresses in their usual form, in the certificate's order
 */
export function subjectNames(subjectAltName: string | undefined): readonly string[] {
  if (subjectAltName === undefined) return [];
  const names: string[] = [];
  for (const entry of splitEntries(subjectAltName)) {
    const colon = entry.indexOf(':');
    const kind = entry.slice(0, colon);
    const value = entry.slice(colon + 1);
    // Node puts what could be mistaken for two entries into quotes; no host name is such.
    if (value.startsWith('"')) continue;
    if (kind === 'DNS') names.push(value.toLowerCase());
    else if (kind === 'IP Address') names.push(value.includes(':') ? shortIpv6(value) : value);
  }
  return names;
}

/** Node gives all eight groups; everybody else leaves out the zeros (RFC 5952). */
function shortIpv6(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** Splits at `, ` outside of quotes. */
function splitEntries(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g)?.map((entry) => entry.trim()) ?? [];
}

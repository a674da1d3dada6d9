import type { VpcLinkTargets } from '../vpc-link-targets.ts';
import type { ValueKind } from './value-kinds.ts';

/** `NAME=URL,URL;NAME=URL`, or in a YAML file a map from names to lists of URLs. */
export const vpcLinks: ValueKind<VpcLinkTargets> = {
  parse(text) {
    const entries = text
      .split(';')
      .filter((entry) => entry.trim() !== '')
      .map(parseEntry);
    const known = entries.filter((entry) => entry !== undefined);
    return known.length === entries.length ? Object.fromEntries(known) : undefined;
  },
  textOf(nested) {
    if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return undefined;
    const entries = Object.entries(nested).map(([name, urls]: [string, unknown]) =>
      Array.isArray(urls) || typeof urls === 'string' ? `${name}=${[urls].flat().join(',')}` : undefined,
    );
    return entries.includes(undefined) ? undefined : entries.join(';');
  },
  allowed: 'names with http: or https: URLs, as in NAME=http://10.0.0.1:80,http://10.0.0.2:80;NAME=https://HOST',
  placeholder: 'NAME=URLS',
};

function parseEntry(entry: string): readonly [string, readonly string[]] | undefined {
  const equals = entry.indexOf('=');
  const name = entry.slice(0, Math.max(equals, 0)).trim();
  const urls = entry
    .slice(equals + 1)
    .split(',')
    .map((url) => url.trim());
  return name !== '' && urls.every(isTarget) ? [name, urls] : undefined;
}

/** A host and perhaps a port: the path is the integration's. */
function isTarget(url: string): boolean {
  return /^https?:\/\/[^/?#@\s]+\/?$/.test(url) && URL.canParse(url);
}

import type { HeaderList } from '../../http/index.ts';
import { masked, shownValue } from '../tracing/index.ts';

/** Names of parameters and headers of whose values little good can be thought. */
const SECRET_NAME = /token|secret|passw|api[-_]?key|signature|credential|session|auth/i;

/** `name: value`, one text a header. */
export function shownHeaders(headers: HeaderList): readonly string[] {
  const shown: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    shown.push(`${name}: ${shownOf(name, headers[at + 1] as string)}`);
  }
  return shown;
}

/** `name=value`, one text a parameter. */
export function shownParameters(pairs: Iterable<readonly [string, string]>): readonly string[] {
  return Array.from(pairs, ([name, value]) => `${name}=${shownOf(name, value)}`);
}

/** A URI with the secrets of its query masked. */
export function shownUri(uri: string): string {
  return uri.replace(/([?&])([^=&]+)=([^&]*)/g, (_, before: string, name: string, value: string) => {
    return `${before}${name}=${shownOf(name, value)}`;
  });
}

function shownOf(name: string, value: string): string {
  const shown = shownValue(name, value);
  return shown === value && SECRET_NAME.test(name) ? masked(value) : shown;
}

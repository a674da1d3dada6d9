import { isIP } from 'node:net';
import { notFromHere } from './errors.ts';

/** Header fields by name in lower case. */
type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * Refuses what another page sends. A name that leads here and is not one of this server's is somebody's who wants his page to count
 * as ours (DNS rebinding); an address cannot be made to lead elsewhere.
 * @param hosts names of this server, in lower case, besides those of loopback
 * @throws {ServiceError} `AccessDeniedException`
 */
export function checkOrigin(headers: Headers, hosts: readonly string[]): void {
  const host = onlyOf(headers, 'host').toLowerCase();
  const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  if (!isOurs(name, hosts)) {
    throw notFromHere(
      `Sallyport does not know the name ${name.slice(0, 255)} as its own; the setting console-hosts tells it.`,
    );
  }
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site')?.[0] ?? 'same-origin';
  const isSame =
    origin === undefined || (origin.length === 1 && /^https?:\/\/(.*)$/i.exec(origin[0] ?? '')?.[1] === host);
  if (!isSame || site !== 'same-origin') throw notFromHere('Only pages of the console may sign in.');
}

function isOurs(name: string, hosts: readonly string[]): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0 || hosts.includes(name);
}

function onlyOf(headers: Headers, name: string): string {
  const values = headers.get(name) ?? [];
  return values.length === 1 ? (values[0] ?? '') : '';
}

import type { AppClient, PoolUser } from '../documents/index.ts';

/**
 * What a client may read of its user. Of an address it also learns that nobody verified it, which the attributes themselves need
 * not say: a user whom an administrator made has no such attribute unless it was given.
 */
export function readableAttributes(
  { attributes }: PoolUser,
  { settings }: AppClient,
): Readonly<Record<string, string>> {
  const { ReadAttributes: allowed = [] } = settings;
  const addresses = ['email', 'phone_number'].filter((name) => attributes[name] !== undefined);
  const unverified = Object.fromEntries(addresses.map((name) => [`${name}_verified`, 'false']));
  const isReadable = (name: string) => !name.startsWith('dev:') && (allowed.length === 0 || allowed.includes(name));
  return Object.fromEntries(Object.entries({ ...unverified, ...attributes }).filter(([name]) => isReadable(name)));
}

/** Headers that show who somebody is to whoever has them. */
const SECRET = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
  'x-amz-security-token',
  'x-api-key',
]);
const SHOWN = 6;

/** A header's value as it may stand in logs: of a secret one, the last six characters, as AWS shows them. */
export function shownValue(name: string, value: string): string {
  return SECRET.has(name.toLowerCase()) ? masked(value) : value;
}

/** A secret with all but its last six characters hidden, and all of a short one. */
export function masked(value: string): string {
  const hidden = value.length > SHOWN ? value.length - SHOWN : value.length;
  return '*'.repeat(hidden) + value.slice(hidden);
}

/** What each bit of a trait number means (`@smithy/core/schema`, `translateTraits`). */
const BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];

/** Traits that a server acts on. */
const KEPT = new Set([
  'jsonName',
  'httpLabel',
  'httpQuery',
  'httpQueryParams',
  'httpHeader',
  'httpPrefixHeaders',
  'httpPayload',
  'httpResponseCode',
  'xmlName',
  'xmlFlattened',
  'timestampFormat',
  'idempotencyToken',
  'sensitive',
  'mediaType',
  'streaming',
  'eventPayload',
]);

/** Traits that only a client acts on, or that no event stream which is served has. */
const CLIENTS_ONLY = new Set([
  'idempotent',
  'eventHeader',
  'hostLabel',
  'endpoint',
  'error',
  'httpError',
  'awsQueryError',
]);

/**
 * A member's or simple shape's traits as a record of those that a server acts on; flags are `true`.
 * @throws when the SDK has a trait that is in neither table, so that an update cannot lose one silently
 */
export function memberTraits(traits) {
  const entries = typeof traits === 'number' ? fromBits(traits) : Object.entries(traits ?? {});
  const unknown = entries.find(([name]) => !KEPT.has(name) && !CLIENTS_ONLY.has(name));
  if (unknown) throw new Error(`The SDK's schemas have a trait that is not known here: ${unknown[0]}.`);
  return Object.fromEntries(
    entries.filter(([name]) => KEPT.has(name)).map(([name, value]) => [name, value === 1 ? true : value]),
  );
}

function fromBits(bits) {
  return BITS.filter((_, index) => (bits >> index) & 1).map((name) => [name, 1]);
}

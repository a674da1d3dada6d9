const DOTTED = /^services\.([a-z0-9-]+|\*)\.endpoint$/;

type Entry = [key: string, value: unknown];

/**
 * Lets a file say `services.s3.endpoint: URL`, or the same as maps inside each other, for `service-endpoints`.
 * @returns the file's entries with all of these as one
 */
export function withServiceEndpoints(entries: readonly Entry[]): Entry[] {
  const pairs: string[] = [];
  const others: Entry[] = [];
  for (const [key, value] of entries.flatMap(flattened)) {
    const name = DOTTED.exec(key)?.[1];
    if (name === undefined || typeof value !== 'string') others.push([key, value]);
    else if (value !== '') pairs.push(`${name}=${value}`);
  }
  return pairs.length === 0 ? others : [...others, ['service-endpoints', pairs.join(',')]];
}

function flattened([key, value]: Entry): Entry[] {
  if (key !== 'services' || typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([service, settings]): Entry[] =>
    typeof settings === 'object' && settings !== null
      ? Object.entries(settings).map(([name, text]): Entry => [`services.${service}.${name}`, text])
      : [[`services.${service}`, settings]],
  );
}

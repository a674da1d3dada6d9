import { freshId, type ImportTarget } from './target.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One kind of thing that an API has by name: what its single operations do. */
export interface NamedKind<E extends Named, D extends { readonly name: string }> {
  /** What is said of one that cannot be made. */
  failure(name: string): string;
  /** @throws {ServiceError} what creating one would be refused with */
  create(id: string, defined: D): E;
  put(entity: E): Promise<void>;
  drop(entity: E): Promise<void>;
}

/**
 * Writes what a file defines: one of a name that the API has takes its place and its id, so that what refers to it still
 * does. Gives everything that the API has then.
 */
export async function importNamed<E extends Named, D extends { readonly name: string }>(
  target: ImportTarget,
  kind: NamedKind<E, D>,
  existing: readonly E[],
  defined: readonly D[],
): Promise<readonly E[]> {
  const { mode, problems } = target;
  const before = new Map(existing.map((entity) => [entity.name, entity]));
  const taken = new Set(existing.map(({ id }) => id));
  const names = new Set(defined.map(({ name }) => name));
  const others = existing.filter(({ name }) => !names.has(name));
  if (mode === 'overwrite') for (const entity of others) await kind.drop(entity);

  const made: E[] = [];
  for (const definition of defined) {
    const id = before.get(definition.name)?.id ?? freshId(target, taken);
    const entity = await problems.attempt(kind.failure(definition.name), () => kind.create(id, definition));
    if (!entity) continue;
    made.push(entity);
    await kind.put(entity);
  }
  return mode === 'overwrite' ? made : [...others, ...made];
}

/** One operation of `patchOperations`, as API Gateway takes them (API reference, "PatchOperation"). */
export interface Patch {
  readonly op: 'add' | 'replace' | 'remove' | 'copy';
  readonly path: string;
  readonly value?: string;
  /** Of a copy. */
  readonly from?: string;
}

/** A name within a path (RFC 6901, section 3). */
export function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Sets one value, if it is another; an absent one is empty, as API Gateway wants it. */
export function valuePatches(path: string, before: string | undefined, after: string | undefined): readonly Patch[] {
  return (before ?? '') === (after ?? '') ? [] : [{ op: 'replace', path, value: after ?? '' }];
}

/** Sets whatever differs, as text. @param paths where each field stands in the document that is patched */
export function replacements<T extends { readonly [K in keyof T]: string | boolean }>(
  before: T,
  after: T,
  paths: Readonly<Record<keyof T, string>>,
): readonly Patch[] {
  return (Object.keys(paths) as (keyof T)[]).flatMap((name) =>
    valuePatches(paths[name], String(before[name]), String(after[name])),
  );
}

/**
 * Makes a map into another, name by name.
 * @param path of the map, such as `/requestParameters`
 * @param set what the map takes for a value: most take `add`, a stage's `replace` alone (API reference, "Patch Operations")
 */
export function mapPatches(
  path: string,
  before: Readonly<Record<string, unknown>> = {},
  after: Readonly<Record<string, unknown>> = {},
  set: 'add' | 'replace' = 'add',
): readonly Patch[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return [
    ...gone.map((name): Patch => ({ op: 'remove', path: `${path}/${pointer(name)}` })),
    ...changed.map(([name, value]): Patch => ({ op: set, path: `${path}/${pointer(name)}`, value: String(value) })),
  ];
}

/** Makes a list into another whose items stand in the path, such as `/cacheKeyParameters/NAME`. */
export function itemPatches(
  path: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly Patch[] {
  return [
    ...before
      .filter((item) => !after.includes(item))
      .map((item): Patch => ({ op: 'remove', path: `${path}/${pointer(item)}` })),
    ...after
      .filter((item) => !before.includes(item))
      .map((item): Patch => ({ op: 'add', path: `${path}/${pointer(item)}` })),
  ];
}

/** Makes a list into another whose items stand in the value, such as `/authorizationScopes`. */
export function listPatches(
  path: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly Patch[] {
  return [
    ...before.filter((item) => !after.includes(item)).map((value): Patch => ({ op: 'remove', path, value })),
    ...after.filter((item) => !before.includes(item)).map((value): Patch => ({ op: 'add', path, value })),
  ];
}

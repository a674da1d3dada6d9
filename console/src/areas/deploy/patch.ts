import type { Input } from '../../aws/index.ts';
import type { Pair } from '../../parts/pair-editor.tsx';

export type PatchOperation = NonNullable<Input<'apigateway', 'updateStage'>['patchOperations']>[number];

type Field = string | boolean;

/** Replaces whatever differs. @param paths where each field stands in the document that is patched */
export function replacements<T extends { readonly [K in keyof T]: Field }>(
  saved: T,
  value: T,
  paths: Readonly<Record<keyof T, string>>,
): PatchOperation[] {
  return (Object.keys(paths) as (keyof T)[])
    .filter((name) => saved[name] !== value[name])
    .map((name) => ({ op: 'replace', path: paths[name], value: String(value[name]) }));
}

/** Makes a map of texts what `pairs` says. @param path of the map */
export function mapPatches(
  saved: Readonly<Record<string, string>>,
  pairs: readonly Pair[],
  path: string,
): PatchOperation[] {
  const wanted = new Map(pairs.map(({ key, value }) => [key, value]));
  const gone = Object.keys(saved).filter((key) => !wanted.has(key));
  const set = [...wanted].filter(([key, value]) => saved[key] !== value);
  return [
    ...gone.map((key): PatchOperation => ({ op: 'remove', path: `${path}/${pointer(key)}` })),
    ...set.map(([key, value]): PatchOperation => ({ op: 'replace', path: `${path}/${pointer(key)}`, value })),
  ];
}

/** A name as a segment of a JSON Pointer (RFC 6901, section 3). */
export function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

import type { SdkOperation } from './api.ts';

/** The words in any text, for names: letters and digits, split where the case rises. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
}

/** The words of a path: `/pets/{petId}` is `pets`, `petId`; the root has none. */
export function pathWords(path: string): readonly string[] {
  return path.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function uncapitalized(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** An identifier of letters and digits alone that no language takes for a number. */
export function identifier(text: string, fallback: string): string {
  const name = text.replace(/[^a-zA-Z0-9_]/g, '') || fallback;
  return /^\d/.test(name) ? `_${name}` : name;
}

/**
 * Names every operation; two that would get one name are told apart by a number.
 * @param nameOf the name that a language's habits give
 * @param reserved names that mean something in the client
 */
export function nameOperations(
  operations: readonly SdkOperation[],
  nameOf: (operation: SdkOperation) => string,
  reserved: readonly string[] = [],
): readonly { readonly name: string; readonly operation: SdkOperation }[] {
  const taken = new Set(reserved);
  return operations.map((operation) => ({ name: distinct(nameOf(operation), taken), operation }));
}

/** The name, or the name with a number behind it; taken from now on. */
export function distinct(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** Text for a comment of any language: one line that ends no comment. */
export function commentText(text: string): string {
  return text
    .replace(/[^\x20-\x7e\u00a0-\u{10ffff}]/gu, ' ')
    .replaceAll('*/', '* /')
    .slice(0, 500);
}

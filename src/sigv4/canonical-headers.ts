import type { HeaderIndex } from './header-index.ts';

/**
 * The canonical headers: one line for each signed name, values trimmed, runs of spaces joined, several values of one name
 * separated by commas. A signed header that did not arrive has an empty value, which no signer signed.
 */
export function canonicalHeaders(headers: HeaderIndex, signedHeaders: readonly string[]): string {
  let lines = '';
  for (const name of signedHeaders) {
    const values = headers.get(name) ?? [];
    lines += `${name}:${values.map(canonicalValue).join(',')}\n`;
  }
  return lines;
}

/** ASCII white space only: the value is bytes shown as Latin-1, where `\s` would also match a piece of a UTF-8 letter. */
function canonicalValue(value: string): string {
  return value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');
}

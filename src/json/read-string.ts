import { JsonSyntaxError } from './json-syntax-error.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads the quoted string that begins at `from`, escapes and all.
 * @returns what it stands for, and the offset behind its closing quote
 * @throws {JsonSyntaxError} when it has no end or an escape that JSON does not have
 */
export function readEscaped(text: string, from: number): { readonly text: string; readonly next: number } {
  const quote = text[from];
  let result = '';
  let at = from + 1;
  for (let start = at; at < text.length; ) {
    const char = text[at];
    if (char === quote) return { text: result + text.slice(start, at), next: at + 1 };
    if (char !== '\\') {
      at += 1;
      continue;
    }
    result += text.slice(start, at) + escaped(text, at);
    at += text[at + 1] === 'u' ? 6 : 2;
    start = at;
  }
  throw new JsonSyntaxError('String without an end', from);
}

function escaped(text: string, at: number): string {
  const char = text[at + 1] ?? '';
  if (char !== 'u') {
    const plain = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (plain === undefined) throw new JsonSyntaxError(`Unknown escape \\${char}`, at);
    return plain;
  }
  const digits = text.slice(at + 2, at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new JsonSyntaxError('A \\u escape needs four hexadecimal digits', at);
  return String.fromCharCode(Number.parseInt(digits, 16));
}

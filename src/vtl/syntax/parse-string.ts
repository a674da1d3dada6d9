import type { Block, Expression } from './ast.ts';
import type { Outside } from './cursor.ts';
import type { Parser } from './parser.ts';

/**
 * Reads a string. A quote inside is written twice; a backslash is a plain character, save in `\uXXXX` between double
 * quotes, where references and directives are live, too.
 */
export function readString(parser: Parser, readTemplate: (text: string, at: Outside) => Block): Expression {
  const { cursor } = parser;
  const { here } = cursor;
  const single = cursor.takeMatch(/'((?:[^']|'')*)'/y);
  if (single !== undefined) return { kind: 'literal', value: (single[1] ?? '').replaceAll("''", "'") };
  const double = cursor.takeMatch(/"((?:[^"]|"")*)"/y);
  if (double === undefined) throw cursor.error('String without a closing quote');
  const text = (double[1] ?? '').replaceAll('""', '"').replace(/\\u([0-9a-fA-F]{4})/g, unicode);
  if (!/[$#]/.test(text)) return { kind: 'literal', value: text };
  return { kind: 'interpolation', body: parser.nested(() => readTemplate(text, here)) };
}

function unicode(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

import type { Statement } from './ast.ts';
import { readDollar } from './parse-dollar.ts';
import type { Parser } from './parser.ts';
import { DIRECTIVE_NAME, isEscapable } from './words.ts';

/**
 * Reads backslashes and what they escape. Before a reference they are kept for it, since what is printed depends on its
 * value; before a known directive every second one goes; anywhere else they are plain text.
 */
export function readBackslashes(parser: Parser): Statement {
  const { cursor } = parser;
  const from = cursor.at;
  const count = cursor.takeMatch(/\\+/y)?.[0].length ?? 0;
  if (cursor.peek() === '$') return readDollar(parser, count);
  const name = cursor.match(DIRECTIVE_NAME);
  const word = name?.[1] ?? name?.[2];
  if (name === undefined || word === undefined || !isKnown(parser, word)) {
    return { kind: 'text', text: '\\'.repeat(count) };
  }
  if (count % 2 === 1) {
    cursor.at += name[0].length;
    return { kind: 'text', text: '\\'.repeat((count - 1) / 2) + name[0] };
  }
  // Velocity does not see #set in its list of directives before which two backslashes stand for one.
  return { kind: 'text', text: word === 'set' ? cursor.source.slice(from, cursor.at) : '\\'.repeat(count / 2) };
}

function isKnown(parser: Parser, name: string): boolean {
  return isEscapable(name, parser.dialect.evaluate) || parser.macroNames.has(name);
}

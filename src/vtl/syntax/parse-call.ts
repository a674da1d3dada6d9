import type { Statement } from './ast.ts';
import { readArguments } from './parse-arguments.ts';
import { readBody } from './parse-body.ts';
import type { Parser } from './parser.ts';

/**
 * Reads what follows the name of something that is no directive: a call of a macro, or plain text.
 * @param from where the call begins in the text
 * @param offset where it begins for errors
 */
export function readCall(parser: Parser, name: string, from: number, offset: number): Statement {
  const { cursor } = parser;
  const args = readArguments(parser);
  const body = name.startsWith('@') && args !== undefined ? readBody(parser) : undefined;
  const source = cursor.source.slice(from, cursor.at);
  return { kind: 'call', name: name.replace(/^@/, ''), args: args ?? [], body, source, offset };
}

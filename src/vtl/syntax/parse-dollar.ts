import type { Statement } from './ast.ts';
import { readCall } from './parse-call.ts';
import type { Parser } from './parser.ts';
import { DIRECTIVE_NAME, isCloser, SET_START } from './words.ts';

/**
 * Further dollar signs, and what Velocity takes together with them and a reference. Those that are more than these are
 * plain text, which prints the same; without a bound, a row of them would be searched again from each one.
 */
const BEFORE_REFERENCE = /(?:\$!?\\{0,8}){0,8}(?=\$(?:\\{0,8}!)?\{?[A-Za-z_])/y;
/** The last dollar sign of a row may begin a reference after all, unless a directive follows. */
const PLAIN = /\$+(?=\$[^#])|\$+(!?)\{?/y;

/** A `$`, perhaps behind backslashes that have been read: a reference, or a plain character. */
export function readDollar(parser: Parser, backslashes: number): Statement {
  const { cursor } = parser;
  if (cursor.match(/\$!?\{\$!?[A-Za-z_]/y) !== undefined) throw cursor.unexpected('Expected a name');
  const dollars = cursor.takeMatch(BEFORE_REFERENCE)?.[0] ?? '';
  const reference = parser.reference();
  if (reference !== undefined) {
    // Velocity's lexer still waits for more of the reference behind a property, and takes `##` there for text.
    if (reference.steps.at(-1)?.kind === 'property' && !reference.source.endsWith('}')) cursor.plainHashAt = cursor.at;
    return { kind: 'print', reference, backslashes, dollars };
  }
  const { at: from, offset } = cursor;
  const [text = '$', bang = ''] = cursor.takeMatch(PLAIN) ?? [];
  const swallowed = text.endsWith('{') ? undefined : readSwallowed(parser, from, offset);
  if (swallowed !== undefined) return swallowed;
  if (cursor.atEnd && !parser.inString && !text.endsWith('{')) throw cursor.error('The template ends with a lone $');
  return { kind: 'text', text: '\\'.repeat(backslashes) + text.replace(bang, kept(cursor.peek(), text, bang)) };
}

/**
 * A dollar sign directly before a directive belongs to the directive's token: before those of Velocity's grammar it
 * vanishes, and any other directive is none with it.
 */
function readSwallowed(parser: Parser, from: number, offset: number): Statement | undefined {
  const { cursor } = parser;
  if (cursor.match(SET_START) !== undefined || cursor.match(/#\*/y) !== undefined) return { kind: 'text', text: '' };
  const match = cursor.match(DIRECTIVE_NAME);
  if (match === undefined) return undefined;
  const name = match[1] ?? match[2] ?? '';
  if (name === 'if' || isCloser(name)) return { kind: 'text', text: '' };
  cursor.at += match[0].length;
  return readCall(parser, name, from, offset);
}

/** Velocity loses a `!` between a `$` and what begins no name. */
function kept(next: string, text: string, bang: string): string {
  return text.endsWith('{') || next === '' || next === '[' || next === '#' ? bang : '';
}

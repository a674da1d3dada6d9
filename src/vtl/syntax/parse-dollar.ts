import type { Statement } from './ast.ts';
import type { Parser } from './parser.ts';

/** Further dollar signs, and backslashes behind them, that Velocity takes together with a reference. */
const BEFORE_REFERENCE = /(?:\$\\*)*(?=\$(?:\\*!)?\{?[A-Za-z_])/y;
const PLAIN = /\$(!(?=[[{$#\\]|$)|!?)\{?/y;

/** A `$`, perhaps behind backslashes that have been read: a reference, or a plain character. */
export function readDollar(parser: Parser, backslashes: number): Statement {
  const { cursor } = parser;
  const dollars = cursor.takeMatch(BEFORE_REFERENCE)?.[0] ?? '';
  const reference = parser.reference();
  if (reference !== undefined) return { kind: 'print', reference, backslashes, dollars };
  const [text = '$', bang = ''] = cursor.takeMatch(PLAIN) ?? [];
  if (cursor.atEnd && !parser.inString && !text.endsWith('{')) throw cursor.error('The template ends with a lone $');
  return { kind: 'text', text: '\\'.repeat(backslashes) + text.replace(bang, kept(cursor.peek(), text, bang)) };
}

/** Velocity loses a `!` between a `$` and most characters that begin no name. */
function kept(next: string, text: string, bang: string): string {
  return text.endsWith('{') || next === '' || '[{$#\\'.includes(next) ? bang : '';
}

import type { Reference, Step } from './ast.ts';
import type { Parser } from './parser.ts';
import { IDENTIFIER } from './words.ts';

const START = /\$(\\*)(!?)(\{?)(?=[A-Za-z_])/y;

/** Reads a reference when one begins here, else nothing: then the `$` is a plain character. */
export function readReference(parser: Parser): Reference | undefined {
  const { cursor } = parser;
  const { at: from, offset } = cursor;
  const start = cursor.match(START);
  if (start === undefined) return undefined;
  const [text, backslashes = '', bang = '', brace = ''] = start;
  if (backslashes !== '') return bang === '' ? undefined : readEscapedBang(parser, backslashes);
  cursor.at += text.length;
  const root = readName(parser);
  const steps = readSteps(parser);
  if (brace !== '') cursor.expect('}');
  const source = cursor.source.slice(from, cursor.at);
  return { kind: 'reference', source, quiet: bang !== '', plain: bang === '' && brace === '', root, steps, offset };
}

/** `$\!x` is never a reference with a value: it prints `$!x`. */
function readEscapedBang(parser: Parser, backslashes: string): Reference {
  const { cursor } = parser;
  const { offset } = cursor;
  cursor.takeMatch(/\$\\+!\{?/y);
  const name = cursor.takeMatch(IDENTIFIER)?.[0] ?? '';
  const source = `$${backslashes.slice(1)}!${name}`;
  return { kind: 'reference', source, quiet: false, plain: false, root: '', steps: [], offset };
}

function readName(parser: Parser): string {
  const { cursor } = parser;
  const { offset } = cursor;
  const name = cursor.takeMatch(IDENTIFIER)?.[0] ?? '';
  if (name === 'true' || name === 'false') throw cursor.error(`${name} cannot be used as a name`, offset);
  return name;
}

function readSteps(parser: Parser): Step[] {
  const { cursor } = parser;
  const steps: Step[] = [];
  for (;;) {
    const { offset } = cursor;
    if (cursor.take('[')) {
      steps.push(readIndex(parser, offset));
    } else if (cursor.match(/\.[A-Za-z]/y) !== undefined) {
      cursor.at += 1;
      const name = readName(parser);
      if (cursor.takeMatch(/\((?=[ \t\r\n)'"$[{A-Za-z_0-9.-])/y) !== undefined)
        steps.push({ kind: 'method', name, args: readArguments(parser), offset });
      else steps.push({ kind: 'property', name });
    } else {
      return steps;
    }
  }
}

function readIndex(parser: Parser, offset: number): Step {
  const { cursor } = parser;
  cursor.skipSpace();
  if (!/['"$\-0-9tf]/.test(cursor.peek())) throw cursor.unexpected('Expected a string, an integer or a reference');
  const index = parser.operand();
  if (index.kind === 'number' && !/^-?\d+$/.test(index.text)) throw cursor.error('An index is an integer', offset);
  cursor.skipSpace();
  cursor.expect(']');
  return { kind: 'index', index, offset };
}

function readArguments(parser: Parser) {
  const { cursor } = parser;
  if (cursor.take(')')) return [];
  const args = [];
  for (;;) {
    cursor.skipSpace();
    args.push(readArgument(parser));
    cursor.skipSpace();
    if (cursor.take(')')) return args;
    cursor.expect(',');
  }
}

/** A bare word as an argument is a reference without a value to Velocity, which is how templates write `null`. */
function readArgument(parser: Parser) {
  const { cursor } = parser;
  const word = cursor.match(IDENTIFIER)?.[0];
  if (word === undefined || word === 'true' || word === 'false') return parser.operand();
  cursor.at += word.length;
  return { kind: 'literal', value: null } as const;
}

import type { Argument, Statement } from './ast.ts';
import { readArguments } from './parse-arguments.ts';
import { readBody, readEnd } from './parse-body.ts';
import { readCall } from './parse-call.ts';
import { readIf } from './parse-if.ts';
import type { Parser } from './parser.ts';
import { DIRECTIVE_NAME, isDirective } from './words.ts';

/** Reads a directive from its `#`; one that there is not becomes a call of a macro. */
export function readDirective(parser: Parser): Statement {
  const { cursor } = parser;
  const { at: from, offset } = cursor;
  const match = cursor.takeMatch(DIRECTIVE_NAME);
  const name = match?.[1] ?? match?.[2] ?? '';
  if (name === 'if') return readIf(parser);
  if (name === 'stop') {
    readArguments(parser);
    return { kind: 'stop' };
  }
  if (!isDirective(name, parser.dialect.evaluate)) return readCall(parser, name, from, offset);
  const args = readArguments(parser);
  switch (name) {
    case 'foreach':
      return readForeach(parser, args, offset);
    case 'define':
      return readDefine(parser, args, offset);
    case 'macro':
      return readMacro(parser, args, offset);
    case 'literal':
      return readLiteral(parser);
    case 'break':
      return { kind: 'break', scope: expressionAt(args, 0) };
    case 'evaluate':
      return readEvaluate(parser, args, offset);
    default:
      throw cursor.error(`#${name} is refused: a mapping template stands alone`, offset);
  }
}

function expressionAt(args: readonly Argument[] | undefined, index: number) {
  const argument = args?.[index];
  return argument === undefined || argument.kind === 'word' ? undefined : argument;
}

function readForeach(parser: Parser, args: readonly Argument[] | undefined, offset: number): Statement {
  const variable = args?.[0];
  if (variable?.kind !== 'reference') throw parser.cursor.error('#foreach needs a reference to loop with', offset);
  const body = readBody(parser);
  return { kind: 'foreach', variable: variable.root, items: expressionAt(args, 2), body, offset };
}

function readDefine(parser: Parser, args: readonly Argument[] | undefined, offset: number): Statement {
  const target = args?.[0];
  if (target?.kind !== 'reference' || args?.length !== 1) {
    throw parser.cursor.error('#define needs one reference to define', offset);
  }
  return { kind: 'define', name: target.root, body: readBody(parser), offset };
}

function readMacro(parser: Parser, args: readonly Argument[] | undefined, offset: number): Statement {
  const [name, ...parameters] = args ?? [];
  if (name?.kind !== 'word') throw parser.cursor.error('#macro needs a name', offset);
  const roots = parameters.map((parameter) => {
    if (parameter.kind !== 'reference') throw parser.cursor.error('A parameter of #macro is a reference', offset);
    return parameter.root;
  });
  const body = readBody(parser);
  parser.macroNames.add(name.word);
  return { kind: 'macro', name: name.word, parameters: roots, body };
}

function readLiteral(parser: Parser): Statement {
  const { cursor } = parser;
  const from = cursor.at;
  parser.block();
  const text = cursor.source.slice(from, cursor.at);
  readEnd(parser);
  return { kind: 'text', text };
}

function readEvaluate(parser: Parser, args: readonly Argument[] | undefined, offset: number): Statement {
  const argument = expressionAt(args, 0);
  if (argument === undefined || args?.length !== 1 || !isText(argument)) {
    throw parser.cursor.error('#evaluate needs exactly one argument, a string or a reference', offset);
  }
  return { kind: 'evaluate', argument, offset };
}

function isText(argument: Argument): boolean {
  const { kind } = argument;
  return kind === 'reference' || kind === 'interpolation' || (kind === 'literal' && typeof argument.value === 'string');
}

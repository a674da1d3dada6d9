import type { Block, Statement } from './ast.ts';
import { readDirective } from './parse-directive.ts';
import { readDollar } from './parse-dollar.ts';
import { readBackslashes } from './parse-escape.ts';
import { readSet } from './parse-set.ts';
import type { Parser } from './parser.ts';
import { DIRECTIVE_NAME, isCloser, SET_START } from './words.ts';

/** Reads statements up to the end of the text, or up to what ends the block around them. */
export function readBlock(parser: Parser): Block {
  const { cursor } = parser;
  const statements: Statement[] = [];
  const add = (statement: Statement | undefined): void => {
    const last = statements.at(-1);
    if (statement === undefined || (statement.kind === 'text' && statement.text === '')) return;
    if (statement.kind === 'text' && last?.kind === 'text') {
      statements[statements.length - 1] = { kind: 'text', text: last.text + statement.text };
    } else {
      statements.push(statement);
    }
  };
  while (!cursor.atEnd) {
    if (cursor.match(SET_START) !== undefined) {
      add(readSet(parser));
    } else if (cursor.peek() === '\\') {
      add(readBackslashes(parser));
    } else if (cursor.peek() === '$') {
      add(readDollar(parser, 0));
    } else if (cursor.peek() === '#') {
      const name = cursor.match(DIRECTIVE_NAME);
      if (isCloser(name?.[1] ?? name?.[2] ?? '')) break;
      add(readHash(parser));
    } else {
      add({ kind: 'text', text: cursor.takeMatch(/[^$#\\]+/y)?.[0] ?? '' });
    }
  }
  return statements;
}

/** A `#` that ends nothing: a comment, a literal block, a directive or a plain character. */
function readHash(parser: Parser): Statement | undefined {
  const { cursor } = parser;
  if (cursor.at === cursor.plainHashAt && cursor.take('##')) {
    if (cursor.atEnd && !parser.inString) throw cursor.error('The template ends with a lone #');
    return { kind: 'text', text: '##' };
  }
  if (cursor.take('##')) {
    cursor.takeMatch(/[^\r\n]*(?:\r\n|\n|\r)?/y);
    return undefined;
  }
  if (cursor.take('#*')) {
    const end = cursor.source.indexOf('*#', cursor.at);
    cursor.at = end < 0 ? cursor.source.length : end + 2;
    return undefined;
  }
  if (cursor.take('#[[')) {
    const end = cursor.source.indexOf(']]#', cursor.at);
    if (end < 0) throw cursor.error('#[[ without ]]#');
    const text = cursor.source.slice(cursor.at, end);
    cursor.at = end + 3;
    return { kind: 'text', text };
  }
  if (cursor.match(DIRECTIVE_NAME) !== undefined) return readDirective(parser);
  cursor.at += 1;
  if (cursor.atEnd && !parser.inString) throw cursor.error('The template ends with a lone #');
  return { kind: 'text', text: '#' };
}

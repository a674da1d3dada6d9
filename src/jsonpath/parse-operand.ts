import { compileJavaRegex, JavaRegexSyntaxError } from '../java-regex/index.ts';
import { JsonSyntaxError, parseJson } from '../json/index.ts';
import type { Operand, PathTree } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { readQuoted } from './read-quoted.ts';

/** Reads one side of a comparison: a path, a literal, a regular expression, or a list or map as JSON. */
export function readOperand(cursor: Cursor, readPath: (cursor: Cursor) => PathTree): Operand {
  cursor.skipSpace();
  const char = cursor.peek();
  if (char === '$' || char === '@') return { kind: 'path', path: cursor.nested(() => readPath(cursor)) };
  if (char === "'" || char === '"') return { kind: 'literal', value: readQuoted(cursor) };
  if (char === '/') return readPattern(cursor);
  if (char === '[' || char === '{') return readDocument(cursor);
  const word = cursor.takeMatch(/true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y)?.[0];
  if (word === undefined) throw cursor.error('Expected a path or a value');
  return { kind: 'literal', value: parseJson(word) };
}

function readPattern(cursor: Cursor): Operand {
  const match = cursor.takeMatch(/\/((?:[^/\\]|\\[\s\S])*)\/([imsx]*)/y);
  if (match === undefined) throw cursor.error('Regular expression without an end');
  const flags = match[2] ?? '';
  try {
    const regex = compileJavaRegex((match[1] ?? '').replaceAll('\\/', '/'), {
      ignoreCase: flags.includes('i'),
      multiline: flags.includes('m'),
      dotAll: flags.includes('s'),
      comments: flags.includes('x'),
    });
    return { kind: 'pattern', regex };
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) throw cursor.error(error.message);
    throw error;
  }
}

/** Takes the text up to the bracket that closes the one here, and reads it as JSON. */
function readDocument(cursor: Cursor): Operand {
  const from = cursor.at;
  let depth = 0;
  do {
    const piece = cursor.takeMatch(/[^[\]{}'"]+|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/y)?.[0];
    if (piece === undefined) throw cursor.error('List or map without an end');
    if (piece === '[' || piece === '{') depth += 1;
    if (piece === ']' || piece === '}') depth -= 1;
  } while (depth > 0);
  try {
    return { kind: 'literal', value: parseJson(cursor.path.slice(from, cursor.at)) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw cursor.error(error.message);
    throw error;
  }
}

import type { Expression, Operand, PathTree, Step } from './ast.ts';
import { Cursor } from './cursor.ts';
import { JSON_PATH_LIMITS } from './limits.ts';
import { readBracket } from './parse-bracket.ts';
import { readExpression } from './parse-filter.ts';
import { readOperand } from './parse-operand.ts';

/**
 * Reads a whole path. The leading `$.` may be left out, as Jayway allows.
 * @throws {JsonPathSyntaxError}
 */
export function parsePath(text: string): PathTree {
  const path = text.trim();
  const cursor = new Cursor(path.startsWith('$') || path.startsWith('@') ? path : `$.${path}`);
  if (path === '') throw cursor.error('A path cannot be empty');
  if (path.length > JSON_PATH_LIMITS.maxPathLength) throw cursor.error('The path is too long');
  const tree = readPath(cursor);
  if (!cursor.atEnd) throw cursor.error('Unexpected character');
  return { root: 'document', steps: tree.steps };
}

/** Reads a path from its `$` or `@` as far as it goes. */
export function readPath(cursor: Cursor): PathTree {
  const root = cursor.take('@') ? 'current' : 'document';
  if (root === 'document' && !cursor.take('$')) throw cursor.error('A path begins with $ or @');
  const steps: Step[] = [];
  for (;;) {
    if (cursor.peek() === '[') {
      steps.push(readBracket(cursor, readFilter));
    } else if (cursor.peek() === '.') {
      readDotted(cursor, steps);
    } else {
      return { root, steps };
    }
  }
}

// A path holds filters, a filter holds paths: the readers of the parts are told how to read the other.
const readSide = (cursor: Cursor): Operand => readOperand(cursor, readPath);
const readFilter = (cursor: Cursor): Expression => readExpression(cursor, readSide);

function readDotted(cursor: Cursor, steps: Step[]): void {
  const dots = cursor.takeMatch(/\.+/y)?.[0].length ?? 0;
  if (dots > 1) steps.push({ kind: 'scan' });
  if (cursor.peek() === '[') {
    steps.push(readBracket(cursor, readFilter));
  } else if (cursor.take('*')) {
    steps.push({ kind: 'wildcard' });
  } else {
    steps.push(readNameOrFunction(cursor));
  }
}

function readNameOrFunction(cursor: Cursor): Step {
  const name = cursor.takeMatch(/[^.[\]()\s,=!<>&|~'"]+/y)?.[0];
  if (name === undefined) throw cursor.error('Expected a property name');
  if (!cursor.take('(')) return { kind: 'property', name };
  const args: Operand[] = [];
  cursor.skipSpace();
  while (cursor.peek() !== ')') {
    args.push(readSide(cursor));
    cursor.skipSpace();
    if (!cursor.take(',') && cursor.peek() !== ')') throw cursor.error('Expected , or )');
    cursor.skipSpace();
  }
  cursor.at += 1;
  return { kind: 'function', name, args };
}

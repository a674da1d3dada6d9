import type { Dialect } from '../dialect.ts';
import { TemplateSyntaxError } from '../errors.ts';
import type { TemplateLimits } from '../limits.ts';
import type { Block } from './ast.ts';
import { Cursor, type Outside } from './cursor.ts';
import { readBlock } from './parse-block.ts';
import { readExpression } from './parse-expression.ts';
import { readOperand } from './parse-operand.ts';
import { readReference } from './parse-reference.ts';
import { readString } from './parse-string.ts';
import type { Parser } from './parser.ts';

/**
 * Reads a template as Velocity 1.7 does, including where it swallows blanks and line ends.
 * @param outside where errors are to be reported, for a text that stands in another template
 * @throws {TemplateSyntaxError}
 */
export function parseTemplate(source: string, dialect: Dialect, limits: TemplateLimits, outside?: Outside): Block {
  if (Buffer.byteLength(source) > limits.maxTemplateBytes) {
    throw new TemplateSyntaxError(`The template is larger than ${limits.maxTemplateBytes} bytes`, {
      line: 1,
      column: 1,
    });
  }
  return readWhole(source, { dialect, limits, macroNames: new Set(), inString: false, depth: 0 }, outside);
}

interface Surroundings {
  readonly dialect: Dialect;
  readonly limits: TemplateLimits;
  readonly macroNames: Set<string>;
  readonly inString: boolean;
  readonly depth: number;
}

function readWhole(source: string, surroundings: Surroundings, outside?: Outside): Block {
  const cursor = new Cursor(source, outside);
  let { depth } = surroundings;
  const parser: Parser = {
    ...surroundings,
    cursor,
    block: () => parser.nested(() => readBlock(parser)),
    expression: () => parser.nested(() => readExpression(parser)),
    operand: () => parser.nested(() => readOperand(parser)),
    reference: () => readReference(parser),
    string: () => readString(parser, (text, at) => readWhole(text, { ...surroundings, inString: true, depth }, at)),
    nested(read) {
      depth += 1;
      if (depth > surroundings.limits.maxNesting) throw cursor.error('Too deeply nested');
      const result = read();
      depth -= 1;
      return result;
    },
  };
  const block = parser.block();
  if (!cursor.atEnd) throw cursor.unexpected('There is nothing open that this could end');
  return block;
}

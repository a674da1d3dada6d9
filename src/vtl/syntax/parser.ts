import type { Dialect } from '../dialect.ts';
import type { TemplateLimits } from '../limits.ts';
import type { Block, Expression, Reference } from './ast.ts';
import type { Cursor } from './cursor.ts';

/**
 * What the readers of the grammar's parts share: the text, what has been seen so far, and each other (a reference holds
 * expressions, an expression references, a string whole templates).
 */
export interface Parser {
  readonly cursor: Cursor;
  readonly dialect: Dialect;
  readonly limits: TemplateLimits;
  /** Names that `#macro` has defined so far: a backslash before a call of one escapes it. */
  readonly macroNames: Set<string>;
  /** Whether the text is that of a string, which may end with a lone `$` or `#`. */
  readonly inString: boolean;

  /** Reads statements up to the end, or up to an `#end`, `#else` or `#elseif`, which it leaves. */
  block(): Block;
  expression(): Expression;
  /** Reads what may stand as an argument: no operators. */
  operand(): Expression;
  /** Reads a reference when one begins here. */
  reference(): Reference | undefined;
  /** Reads a string in quotes. */
  string(): Expression;
  /** Reads something that may hold more of its own kind. */
  nested<T>(read: () => T): T;
}

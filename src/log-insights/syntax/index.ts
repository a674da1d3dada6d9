/** The text of a query, read: tokens, expressions, commands. */
export type { BinaryOperator, Command, Expression, Named, SortKey, Span, TextPattern } from './ast.ts';
export { parseQuery } from './parse-query.ts';

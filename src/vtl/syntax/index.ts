/** From a template's text to its tree. */
export type { Argument, BinaryOperator, Block, Expression, Reference, Statement, Step } from './ast.ts';
export type { Outside } from './cursor.ts';
export { parseTemplate } from './parse-template.ts';

/** Turns commands into stages, and expressions into functions of a row. */
export { compilePlan, type Output, type Plan } from './compile-query.ts';

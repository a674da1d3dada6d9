import type { Dialect } from '../dialect.ts';
import type { TemplateLimits } from '../limits.ts';
import type { Block, Expression, Reference } from '../syntax/index.ts';
import type { Evaluate, Macro, RenderState, Run, Test } from './render-state.ts';

/** What the compilers of the tree's parts share: the program's names, and each other. */
export interface Compiler {
  readonly dialect: Dialect;
  readonly limits: TemplateLimits;
  /** The parameters of the macro whose body is being compiled. */
  readonly parameters: readonly string[];
  /** The number of a variable. */
  slot(name: string): number;
  defineMacro(name: string, macro: Macro): void;
  block(block: Block): Run;
  expression(expression: Expression): Evaluate;
  condition(expression: Expression): Test;
  reference(reference: Reference): Evaluate;
  /** The same compiler, for the body of a macro. */
  inMacro(parameters: readonly string[]): Compiler;
  /** Reads and compiles a text while rendering (`#evaluate`); errors are reported at `offset`. */
  evaluated(text: string, offset: number, state: RenderState): Run;
}

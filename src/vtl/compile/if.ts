import type { Statement } from '../syntax/index.ts';
import type { Compiler } from './compiler.ts';
import type { Run } from './render-state.ts';

export function compileIf(statement: Extract<Statement, { kind: 'if' }>, compiler: Compiler): Run {
  const branches = statement.branches.map(({ condition, body }) => ({
    test: compiler.condition(condition),
    run: compiler.block(body),
  }));
  const otherwise = statement.otherwise === undefined ? undefined : compiler.block(statement.otherwise);
  return (state) => {
    for (const branch of branches) if (branch.test(state)) return branch.run(state);
    return otherwise === undefined ? 'done' : otherwise(state);
  };
}

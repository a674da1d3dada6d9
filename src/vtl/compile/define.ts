import type { Statement } from '../syntax/index.ts';
import type { Compiler } from './compiler.ts';
import { Definition } from './definition.ts';
import type { Run } from './render-state.ts';

export function compileDefine(statement: Extract<Statement, { kind: 'define' }>, compiler: Compiler): Run {
  const slot = compiler.slot(statement.name);
  const body = compiler.block(statement.body);
  return (state) => {
    state.slots[slot] = new Definition(body, state);
    return 'done';
  };
}

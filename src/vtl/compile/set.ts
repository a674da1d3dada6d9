import type { Reference, Statement } from '../syntax/index.ts';
import { setIndex, setProperty, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import type { RenderState, Run } from './render-state.ts';

type Assign = (value: Value, state: RenderState) => void;

/** `#set`: an expression without a value changes nothing (Velocity 1.7, `directive.set.null.allowed`). */
export function compileSet(statement: Extract<Statement, { kind: 'set' }>, compiler: Compiler): Run {
  const evaluate = compiler.expression(statement.value);
  const assign = compileTarget(statement.target, compiler);
  return (state) => {
    state.offset = statement.offset;
    const value = evaluate(state);
    if (value === null) return 'done';
    state.offset = statement.offset;
    assign(value, state);
    return 'done';
  };
}

function compileTarget(target: Reference, compiler: Compiler): Assign {
  const last = target.steps.at(-1);
  if (last === undefined) return compileVariable(target, compiler);
  const owner = compiler.reference({ ...target, steps: target.steps.slice(0, -1) });
  switch (last.kind) {
    case 'property':
      return (value, state) => setProperty(owner(state), last.name, value);
    case 'index': {
      const index = compiler.expression(last.index);
      return (value, state) => setIndex(owner(state), index(state), value);
    }
    case 'method':
      return () => undefined;
  }
}

/** Velocity takes `${x}` and `$!x` as targets, but what it sets then is not `$x`. */
function compileVariable(target: Reference, compiler: Compiler): Assign {
  const parameter = compiler.parameters.indexOf(target.root);
  const slot = compiler.slot(target.root);
  if (!target.plain) return () => undefined;
  return (value, state) => {
    if (parameter >= 0 && state.frame !== undefined) state.frame.set.set(parameter, value);
    else state.slots[slot] = value;
  };
}

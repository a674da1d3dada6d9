import type { Statement } from '../syntax/index.ts';
import { textOf, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { Definition } from './definition.ts';
import type { RenderState, Run } from './render-state.ts';

/** A reference in the text: its value, or, escaped by a backslash or without a value, itself as written. */
export function compilePrint(statement: Extract<Statement, { kind: 'print' }>, compiler: Compiler): Run {
  const { reference, backslashes, dollars } = statement;
  const evaluate = compiler.reference(reference);
  const escaped = backslashes % 2 === 1;
  const kept = '\\'.repeat(Math.floor(backslashes / 2)) + (escaped ? '' : dollars);
  const whenMissing = writeMissing(statement, compiler);
  if (escaped) {
    return (state) => {
      if (evaluate(state) === null) return whenMissing(state);
      state.write(kept + reference.source);
      return 'done';
    };
  }
  return (state) => {
    state.offset = reference.offset;
    const value = evaluate(state);
    if (typeof value === 'string') state.write(kept + value);
    else return value === null ? whenMissing(state) : writeValue(state, kept, value, whenMissing);
    return 'done';
  };
}

function writeValue(state: RenderState, kept: string, value: Value, whenMissing: Run): 'done' | 'break' {
  if (!(value instanceof Definition)) {
    state.write(kept + textOf(value));
    return 'done';
  }
  if (value.isExhausted) return whenMissing(state);
  return value.run(state);
}

/** A parameter of a macro prints the argument that was given for it, as written. */
function writeMissing(statement: Extract<Statement, { kind: 'print' }>, compiler: Compiler): Run {
  const { reference, backslashes, dollars } = statement;
  const escaped = backslashes % 2 === 1;
  const kept = '\\'.repeat(escaped ? (backslashes + 1) / 2 : backslashes) + (escaped ? '' : dollars);
  const text = kept + (reference.quiet && !escaped ? '' : reference.source);
  const parameter = reference.quiet || reference.steps.length > 0 ? -1 : compiler.parameters.indexOf(reference.root);
  return (state) => {
    const argument = parameter < 0 ? undefined : state.frame?.args[parameter]?.source;
    state.write(argument === undefined ? text : kept + argument);
    return 'done';
  };
}

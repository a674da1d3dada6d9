import type { Argument, Statement } from '../syntax/index.ts';
import type { Compiler } from './compiler.ts';
import { Definition } from './definition.ts';
import type { Macro, MacroArgument, Run } from './render-state.ts';

/** Velocity knows a template's macros before it renders, so that they can be called above their definition. */
export function compileMacro(statement: Extract<Statement, { kind: 'macro' }>, compiler: Compiler): Macro {
  const { parameters } = statement;
  return { parameters, body: compiler.inMacro(parameters).block(statement.body) };
}

/** `#name(...)`, `#@name(...) ... #end`: as written where there is no such macro. */
export function compileCall(statement: Extract<Statement, { kind: 'call' }>, compiler: Compiler): Run {
  const { name, source } = statement;
  if (!compiler.dialect.macros) return writeSource(source);
  const args = statement.args.map((argument) => compileArgument(argument, compiler));
  const body = statement.body === undefined ? undefined : compiler.block(statement.body);
  const bodyContent = compiler.slot('bodyContent');
  return (state) => {
    const macro = state.macro(name);
    if (macro === undefined) return writeSource(source)(state);
    const caller = state.frame;
    const before = state.slots[bodyContent];
    if (body !== undefined) state.slots[bodyContent] = new Definition(body, state);
    state.offset = statement.offset;
    state.frame = { args, set: new Map(), caller };
    const completion = state.deeper(macro.body);
    state.frame = caller;
    state.slots[bodyContent] = before;
    return completion === 'break' && state.endsBreak(null) ? 'done' : completion;
  };
}

function writeSource(source: string): Run {
  return (state) => {
    state.write(source);
    return 'done';
  };
}

function compileArgument(argument: Argument, compiler: Compiler): MacroArgument {
  if (argument.kind === 'word') return { evaluate: () => argument.word, source: undefined };
  const source = argument.kind === 'reference' ? argument.source : undefined;
  return { evaluate: compiler.expression(argument), source };
}

import type { Dialect } from '../dialect.ts';
import type { TemplateLimits } from '../limits.ts';
import { type Block, parseTemplate, type Statement } from '../syntax/index.ts';
import { textOf } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { compileDefine } from './define.ts';
import { compileCondition, compileExpression } from './expression.ts';
import { compileForeach } from './foreach.ts';
import { compileIf } from './if.ts';
import { intern } from './intern.ts';
import { compileCall, compileMacro } from './macro.ts';
import { compilePrint } from './print.ts';
import { compileReference } from './reference.ts';
import { type Names, type Run, STOP } from './render-state.ts';
import { compileSegment, isSegmentPart, type Segment } from './segment.ts';
import { compileSet } from './set.ts';

/** A template ready to run. */
export interface Program {
  readonly run: Run;
  readonly names: Names;
}

/** Turns a template's tree into functions. */
export function compileBlock(source: string, block: Block, dialect: Dialect, limits: TemplateLimits): Program {
  const names: Names = { slots: new Map(), order: [], macros: new Map() };
  return { run: createCompiler(source, dialect, limits, names, []).block(block), names };
}

function createCompiler(
  source: string,
  dialect: Dialect,
  limits: TemplateLimits,
  names: Names,
  parameters: readonly string[],
): Compiler {
  const compiler: Compiler = {
    dialect,
    limits,
    parameters,
    slot(name) {
      const known = names.slots.get(name);
      if (known !== undefined) return known;
      names.order.push(intern(name));
      names.slots.set(name, names.slots.size);
      return names.slots.size - 1;
    },
    defineMacro: (name, macro) => names.macros.set(name, macro),
    block: (inner) => compileStatements(inner, compiler),
    expression: (expression) => compileExpression(expression, compiler),
    condition: (expression) => compileCondition(expression, compiler),
    reference: (reference) => compileReference(reference, compiler),
    inMacro: (inner) => createCompiler(source, dialect, limits, names, inner),
    evaluated(text, offset, state) {
      const inner = createCompiler(source, dialect, limits, state.addableNames(), parameters);
      const run = inner.block(parseTemplate(text, dialect, limits, { source, offset }));
      state.load();
      return run;
    },
  };
  return compiler;
}

function compileStatements(block: Block, compiler: Compiler): Run {
  const runs: Run[] = [];
  for (let at = 0; at < block.length; ) {
    const segment = segmentAt(block, at, compiler);
    const statement = block[at];
    const run =
      segment.length > 0 ? compileSegment(segment, compiler) : statement && compileStatement(statement, compiler);
    if (run !== undefined) runs.push(run);
    at += Math.max(segment.length, 1);
  }
  const [only] = runs;
  const steps = block.length;
  if (only !== undefined && runs.length === 1) {
    return (state) => {
      state.spend(steps);
      return only(state);
    };
  }
  return (state) => {
    state.spend(steps);
    for (const run of runs) if (run(state) === 'break') return 'break';
    return 'done';
  };
}

/** The texts and references in a row from here on. */
function segmentAt(block: Block, from: number, compiler: Compiler): Segment {
  const parts = [];
  for (let at = from; at < block.length; at += 1) {
    const statement = block[at];
    if (statement === undefined || !isSegmentPart(statement, compiler)) break;
    parts.push(statement);
  }
  return parts;
}

function compileStatement(statement: Statement, compiler: Compiler): Run | undefined {
  switch (statement.kind) {
    case 'text':
      return (state) => {
        state.write(statement.text);
        return 'done';
      };
    case 'print':
      return compilePrint(statement, compiler);
    case 'set':
      return compileSet(statement, compiler);
    case 'if':
      return compileIf(statement, compiler);
    case 'foreach':
      return compileForeach(statement, compiler);
    case 'define':
      return compileDefine(statement, compiler);
    case 'macro':
      if (compiler.dialect.macros) compiler.defineMacro(statement.name, compileMacro(statement, compiler));
      return undefined;
    case 'call':
      return compileCall(statement, compiler);
    case 'evaluate':
      return compileEvaluate(statement, compiler);
    case 'break':
      return compileBreak(statement, compiler);
    case 'stop':
      return () => {
        throw STOP;
      };
  }
}

function compileEvaluate(statement: Extract<Statement, { kind: 'evaluate' }>, compiler: Compiler): Run {
  const argument = compiler.expression(statement.argument);
  return (state) => {
    const text = argument(state);
    state.offset = statement.offset;
    if (text === null) return 'done';
    return state.deeper(compiler.evaluated(textOf(text), statement.offset, state));
  };
}

function compileBreak(statement: Extract<Statement, { kind: 'break' }>, compiler: Compiler): Run {
  const scope = statement.scope === undefined ? undefined : compiler.expression(statement.scope);
  return (state) => {
    state.breakTarget = scope === undefined ? null : scope(state);
    return 'break';
  };
}

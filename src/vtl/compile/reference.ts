import type { Reference, Step } from '../syntax/index.ts';
import { CHARACTERS_A_STEP, callMethod, getIndex, getProperty, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { intern } from './intern.ts';
import type { Evaluate, RenderState } from './render-state.ts';

type CompiledStep = (value: Value, state: RenderState) => Value;

/** Reads a reference: null (or, in API Gateway's dialect, the empty text) where any part of it has no value. */
export function compileReference(reference: Reference, compiler: Compiler): Evaluate {
  const missing = compiler.dialect.undefinedReference === 'empty' ? '' : null;
  const names = propertyNames(reference.steps);
  const isVariable = !compiler.parameters.includes(reference.root);
  if (isVariable && names !== undefined) return compileChain(compiler.slot(reference.root), names, missing);
  const root = compileRoot(reference.root, compiler);
  const steps = reference.steps.map((step) => compileStep(step, compiler));
  return (state) => {
    let value = root(state);
    for (const step of steps) {
      if (value === null) return missing;
      value = step(value, state);
    }
    return value ?? missing;
  };
}

/** A variable and properties of it, which most references are. */
function compileChain(slot: number, names: readonly string[], missing: Value): Evaluate {
  const [name] = names;
  if (name === undefined) return (state) => state.slots[slot] ?? missing;
  if (names.length === 1) return (state) => property(state.slots[slot] ?? null, name) ?? missing;
  return (state) => {
    let value = state.slots[slot] ?? null;
    for (const inner of names) {
      if (value === null) return missing;
      value = property(value, inner);
    }
    return value ?? missing;
  };
}

/** The names of a reference that has properties alone. */
export function propertyNames(steps: readonly Step[]): string[] | undefined {
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'property') return undefined;
    names.push(intern(step.name));
  }
  return names;
}

function compileRoot(name: string, compiler: Compiler): Evaluate {
  const parameter = compiler.parameters.indexOf(name);
  const slot = compiler.slot(name);
  if (parameter < 0) return (state) => state.slots[slot] ?? null;
  return (state) => {
    const { frame } = state;
    if (frame === undefined) return null;
    if (frame.set.has(parameter)) return frame.set.get(parameter) ?? null;
    const argument = frame.args[parameter];
    if (argument === undefined) return state.slots[slot] ?? null;
    state.frame = frame.caller;
    const value = argument.evaluate(state);
    state.frame = frame;
    return value;
  };
}

function compileStep(step: Step, compiler: Compiler): CompiledStep {
  switch (step.kind) {
    case 'property': {
      const name = intern(step.name);
      return (value) => property(value, name);
    }
    case 'index': {
      const index = compiler.expression(step.index);
      return (value, state) => {
        state.offset = step.offset;
        return getIndex(value, index(state));
      };
    }
    case 'method':
      return compileMethod(step, compiler);
  }
}

export function property(value: Value, name: string): Value {
  if (value instanceof Map) return value.get(name) ?? null;
  return value === null ? null : getProperty(value, name);
}

function compileMethod(step: Extract<Step, { kind: 'method' }>, compiler: Compiler): CompiledStep {
  const args = step.args.map((arg) => compiler.expression(arg));
  return (value, state) => {
    const values = args.map((arg) => arg(state));
    state.offset = step.offset;
    state.spend(1 + sizeOf(value) / CHARACTERS_A_STEP);
    return state.checked(callMethod(value, step.name, values));
  };
}

function sizeOf(value: Value): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Map ? value.size : 0;
}

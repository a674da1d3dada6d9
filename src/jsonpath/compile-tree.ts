import type { JsonValue } from '../json/index.ts';
import type { Operand, PathTree } from './ast.ts';
import { compileFilter, compileOperand } from './compile-filter.ts';
import { pathFunction } from './functions.ts';
import type { Read } from './reading.ts';
import { compileSteps, isDefinite } from './select.ts';

/** Turns a path, with its filters and functions, into one function. */
export function compileTree(tree: PathTree): Read {
  const at = tree.steps.findIndex((step) => step.kind === 'function');
  const step = tree.steps[at];
  if (step?.kind === 'function') {
    const before = compileTree({ root: tree.root, steps: tree.steps.slice(0, at) });
    return compileFunction(before, step.name, step.args);
  }
  const select = compileSteps(tree.steps, (test) => compileFilter(test, compileTree));
  const fromDocument = tree.root === 'document';
  if (isDefinite(tree)) {
    return (current, reading) => {
      let found: JsonValue | undefined;
      select(fromDocument ? reading.document : current, reading, (value) => {
        found = value;
      });
      return found;
    };
  }
  return (current, reading) => {
    const found: JsonValue[] = [];
    select(fromDocument ? reading.document : current, reading, (value) => found.push(value));
    return found;
  };
}

function compileFunction(before: Read, name: string, args: readonly Operand[]): Read {
  const apply = pathFunction(name);
  const operands = args.map((arg) => compileOperand(arg, compileTree));
  return (current, reading) => {
    const value = before(current, reading);
    if (value === undefined || apply === undefined) return undefined;
    return apply(
      value,
      operands.map((operand) => {
        const argument = operand(current, reading);
        return typeof argument === 'object' && argument !== null && 'matches' in argument ? undefined : argument;
      }),
    );
  };
}

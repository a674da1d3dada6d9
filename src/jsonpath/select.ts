import type { JsonValue } from '../json/index.ts';
import type { Expression, PathTree, Step } from './ast.ts';
import type { Reading, Test } from './reading.ts';

/** Hands every value that a path selects to `found`. */
export type Select = (value: JsonValue, reading: Reading, found: (value: JsonValue) => void) => void;

/** Whether a path gives one value, not a list (Jayway: "definite"). */
export function isDefinite(tree: PathTree): boolean {
  return tree.steps.every(({ kind }, at) => {
    if (kind === 'properties') return at === tree.steps.length - 1;
    return kind === 'property' || kind === 'index' || kind === 'fromEnd';
  });
}

/** Turns steps into one function; the last step is compiled first, so that each knows what follows it. */
export function compileSteps(steps: readonly Step[], compileTest: (test: Expression) => Test): Select {
  const [step, ...rest] = steps;
  if (step === undefined) return (value, _reading, found) => found(value);
  if (step.kind === 'scan') return compileScan(rest, compileTest);
  if (step.kind === 'properties' && rest.length > 0) return eachProperty(step.names, compileSteps(rest, compileTest));
  const select = compileStep(step, compileTest);
  if (rest.length === 0) return select;
  const next = compileSteps(rest, compileTest);
  return (value, reading, found) => select(value, reading, (selected) => next(selected, reading, found));
}

function compileStep(step: Exclude<Step, { kind: 'scan' }>, compileTest: (test: Expression) => Test): Select {
  switch (step.kind) {
    case 'property':
      return (value, reading, found) => {
        reading.visit();
        const selected = value instanceof Map ? value.get(step.name) : undefined;
        if (selected !== undefined) found(selected);
      };
    case 'properties':
      return (value, reading, found) => {
        reading.visit();
        if (value instanceof Map) found(pick(value, step.names));
      };
    case 'index':
      return selectIndexes([step.index]);
    case 'indexes':
      return selectIndexes(step.indexes);
    case 'fromEnd':
      return selectIndexes([-step.distance]);
    case 'slice':
      return (value, reading, found) => {
        if (Array.isArray(value)) each(value.slice(step.from, step.to), reading, found);
      };
    case 'wildcard':
      return (value, reading, found) => each(children(value), reading, found);
    case 'filter':
      return selectMatching(compileTest(step.test));
    case 'function':
      return () => undefined;
  }
}

function pick(map: ReadonlyMap<string, JsonValue>, names: readonly string[]): Map<string, JsonValue> {
  const picked = new Map<string, JsonValue>();
  for (const name of names) {
    const value = map.get(name);
    if (value !== undefined) picked.set(name, value);
  }
  return picked;
}

function selectIndexes(indexes: readonly number[]): Select {
  return (value, reading, found) => {
    if (!Array.isArray(value)) return;
    for (const index of indexes) {
      reading.visit();
      const selected = value.at(index);
      if (selected !== undefined) found(selected);
    }
  };
}

/** A filter tries a list's items; a map it tries itself. */
function selectMatching(test: Test): Select {
  return (value, reading, found) => {
    const candidates = Array.isArray(value) ? value : value instanceof Map ? [value] : [];
    for (const candidate of candidates) {
      reading.visit();
      if (test(candidate, reading)) found(candidate);
    }
  };
}

/** Tries the rest of the path on a value and on everything inside it, outermost first. */
function compileScan(rest: readonly Step[], compileTest: (test: Expression) => Test): Select {
  const next = compileScanned(rest, compileTest);
  const scan: Select = (value, reading, found) => {
    if (!isContainer(value)) return;
    reading.visit();
    next(value, reading, found);
    for (const child of children(value)) scan(child, reading, found);
  };
  return scan;
}

/** A filter behind `..` tries each list and map itself: trying a list's items, too, would find them twice. */
function compileScanned(rest: readonly Step[], compileTest: (test: Expression) => Test): Select {
  const [step, ...behind] = rest;
  if (step?.kind !== 'filter') return compileSteps(rest, compileTest);
  const test = compileTest(step.test);
  const next = compileSteps(behind, compileTest);
  return (value, reading, found) => {
    if (test(value, reading)) next(value, reading, found);
  };
}

/** Several names in the middle of a path: the rest is read from each. */
function eachProperty(names: readonly string[], next: Select): Select {
  return (value, reading, found) => {
    if (!(value instanceof Map)) return;
    for (const selected of pick(value, names).values()) next(selected, reading, found);
  };
}

function isContainer(value: JsonValue): boolean {
  return Array.isArray(value) || value instanceof Map;
}

function children(value: JsonValue): Iterable<JsonValue> {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? value.values() : [];
}

function each(values: Iterable<JsonValue>, reading: Reading, found: (value: JsonValue) => void): void {
  for (const value of values) {
    reading.visit();
    found(value);
  }
}

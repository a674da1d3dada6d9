import type { JsonValue } from '../../../src/json/index.ts';
import type { Step } from './steps.ts';

/** Everything that steps lead to, by plain recursion (Jayway JsonPath, "Operators"). */
export function nodesAt(steps: readonly Step[], value: JsonValue): readonly JsonValue[] {
  const [step, ...rest] = steps;
  return step === undefined ? [value] : next(step, value).flatMap((found) => nodesAt(rest, found));
}

function next(step: Step, value: JsonValue): readonly JsonValue[] {
  switch (step.kind) {
    case 'name':
      return named(value, step.name);
    case 'index':
      return Array.isArray(value) ? present(value.at(step.index)) : [];
    case 'all':
      return children(value);
    case 'slice':
      return Array.isArray(value) ? value.slice(step.from, step.to) : [];
    case 'deep':
      return descendants(value).flatMap((one) => named(one, step.name));
  }
}

function named(value: JsonValue, name: string): readonly JsonValue[] {
  return value instanceof Map ? present(value.get(name)) : [];
}

function present(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : [value];
}

function children(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value.values()] : [];
}

function descendants(value: JsonValue): readonly JsonValue[] {
  return [value, ...children(value).flatMap(descendants)];
}

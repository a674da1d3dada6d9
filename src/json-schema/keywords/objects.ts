import type { JavaRegex } from '../../java-regex/index.ts';
import { compilePattern } from '../ecma-pattern.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Check, CompileSchema, Run } from '../run.ts';

/** What must be true of an object before its members are looked at (validation, section 5.4). */
export function objectChecks(schema: JsonObject, compile: CompileSchema): readonly Check[] {
  const { maxProperties, minProperties, required, additionalProperties, dependencies } = schema;
  return [
    typeof maxProperties === 'number' ? maxPropertiesCheck(maxProperties) : undefined,
    typeof minProperties === 'number' ? minPropertiesCheck(minProperties) : undefined,
    Array.isArray(required) ? requiredCheck(required) : undefined,
    additionalProperties === false ? noMoreProperties(schema) : undefined,
    ...(isObject(dependencies) ? Object.entries(dependencies).map((entry) => dependencyCheck(entry, compile)) : []),
  ].filter((check) => check !== undefined);
}

function maxPropertiesCheck(maximum: number): Check {
  return (run, value) => {
    if (!isObject(value)) return;
    const found = Object.keys(value).length;
    if (found > maximum)
      run.fail(() => `object has too many properties (found ${found} but schema requires at most ${maximum})`);
  };
}

function minPropertiesCheck(minimum: number): Check {
  return (run, value) => {
    if (!isObject(value)) return;
    const found = Object.keys(value).length;
    if (found < minimum)
      run.fail(() => `object has too few properties (found ${found} but schema requires at least ${minimum})`);
  };
}

function requiredCheck(required: readonly unknown[]): Check {
  const names = required.filter((name) => typeof name === 'string');
  return (run, value) => {
    if (!isObject(value)) return;
    const missing = names.filter((name) => !Object.hasOwn(value, name));
    if (missing.length > 0) run.fail(() => `object has missing required properties (${JSON.stringify(missing)})`);
  };
}

function noMoreProperties(schema: JsonObject): Check {
  const known = new Set(isObject(schema.properties) ? Object.keys(schema.properties) : []);
  const patterns = patternsOf(schema);
  return (run, value) => {
    if (!isObject(value)) return;
    const unknown = Object.keys(value).filter(
      (name) => !known.has(name) && !patterns.some((regex) => regex.find(name, run.patterns) !== undefined),
    );
    if (unknown.length > 0)
      run.fail(
        () => `object instance has properties which are not allowed by the schema: ${JSON.stringify(unknown.sort())}`,
      );
  };
}

function dependencyCheck([name, needed]: readonly [string, unknown], compile: CompileSchema): Check {
  if (!Array.isArray(needed)) {
    const check = compile(needed);
    return (run, value) => {
      if (isObject(value) && Object.hasOwn(value, name)) run.apply(check, value);
    };
  }
  const names = needed.filter((other) => typeof other === 'string');
  return (run, value) => {
    if (!isObject(value) || !Object.hasOwn(value, name)) return;
    const missing = names.filter((other) => !Object.hasOwn(value, other));
    if (missing.length > 0)
      run.fail(
        () =>
          `property "${name}" of object has missing property dependencies (schema requires ${JSON.stringify(names)}; missing: ${JSON.stringify(missing)})`,
      );
  };
}

/** `properties`, `patternProperties` and `additionalProperties`: what the members themselves must be. */
export function propertiesCheck(schema: JsonObject, compile: CompileSchema): Check | undefined {
  const { properties, patternProperties, additionalProperties } = schema;
  const named = new Map(
    Object.entries(isObject(properties) ? properties : {}).map(([name, of]) => [name, compile(of)]),
  );
  const patterned = Object.entries(isObject(patternProperties) ? patternProperties : {}).map(
    ([pattern, of]) => ({ regex: compilePattern(pattern), check: compile(of) }) as const,
  );
  const rest = typeof additionalProperties === 'object' ? compile(additionalProperties) : undefined;
  if (named.size === 0 && patterned.length === 0 && rest === undefined) return undefined;
  const checkMember = (run: Run, name: string, member: unknown): void => {
    const own = named.get(name);
    if (own !== undefined) run.apply(own, member);
    let isKnown = own !== undefined;
    for (const { regex, check } of patterned) {
      if (regex.find(name, run.patterns) === undefined) continue;
      isKnown = true;
      run.apply(check, member);
    }
    if (!isKnown && rest !== undefined) run.apply(rest, member);
  };
  return (run, value) => {
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) checkMember(run, name, value[name]);
  };
}

function patternsOf({ patternProperties }: JsonObject): readonly JavaRegex[] {
  return isObject(patternProperties) ? Object.keys(patternProperties).map((pattern) => compilePattern(pattern)) : [];
}

import { canonicalText, type JsonObject, shown, TYPES, type TypeName, typeOf } from '../json.ts';
import type { Check, CompileSchema } from '../run.ts';

/** `type`, `enum`, `allOf`, `anyOf`, `oneOf` and `not` (validation, section 5.5). */
export function anyTypeChecks(schema: JsonObject, compile: CompileSchema): readonly Check[] {
  const { type, not } = schema;
  const several = (keyword: 'allOf' | 'anyOf' | 'oneOf', check: (checks: readonly Check[]) => Check) => {
    const schemas = schema[keyword];
    return Array.isArray(schemas) ? check(schemas.map(compile)) : undefined;
  };
  return [
    type === undefined ? undefined : typeCheck(type),
    Array.isArray(schema.enum) ? enumCheck(schema.enum) : undefined,
    several('allOf', allOfCheck),
    several('anyOf', anyOfCheck),
    several('oneOf', oneOfCheck),
    typeof not === 'object' ? notCheck(compile(not)) : undefined,
  ].filter((check) => check !== undefined);
}

/** A number is allowed to be an integer. */
function typeCheck(type: unknown): Check {
  const named: readonly unknown[] = Array.isArray(type) ? type : [type];
  const isAllowed = (name: TypeName) => named.includes(name) || (name === 'integer' && named.includes('number'));
  const allowed: readonly TypeName[] = TYPES.filter(isAllowed);
  return (run, value) => {
    const found = typeOf(value);
    if (!allowed.includes(found))
      run.fail(
        () =>
          `instance type (${found}) does not match any allowed primitive type (allowed: ${JSON.stringify(allowed)})`,
      );
  };
}

function enumCheck(values: readonly unknown[]): Check {
  const texts = new Set(values.map((value) => canonicalText(value)));
  return (run, value) => {
    const text = canonicalText(value, () => run.step());
    if (!texts.has(text))
      run.fail(() => `instance value (${shown(text)}) not found in enum (possible values: ${JSON.stringify(values)})`);
  };
}

function allOfCheck(checks: readonly Check[]): Check {
  return (run, value) => {
    const matched = checks.filter((check) => run.accepts(check, value)).length;
    if (matched < checks.length)
      run.fail(() => `instance failed to match all required schemas (matched only ${matched} out of ${checks.length})`);
  };
}

function anyOfCheck(checks: readonly Check[]): Check {
  return (run, value) => {
    if (!checks.some((check) => run.accepts(check, value)))
      run.fail(() => `instance failed to match at least one required schema among ${checks.length}`);
  };
}

function oneOfCheck(checks: readonly Check[]): Check {
  return (run, value) => {
    const matched = checks.filter((check) => run.accepts(check, value)).length;
    if (matched !== 1)
      run.fail(() => `instance failed to match exactly one schema (matched ${matched} out of ${checks.length})`);
  };
}

function notCheck(check: Check): Check {
  return (run, value) => {
    if (run.accepts(check, value)) run.fail(() => 'instance matched a schema which it should not have');
  };
}

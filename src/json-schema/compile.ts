import { JavaRegexLimitError } from '../java-regex/index.ts';
import { isObject, type JsonObject } from './json.ts';
import { anyTypeChecks } from './keywords/any.ts';
import { arrayChecks, itemsCheck } from './keywords/arrays.ts';
import { numberChecks } from './keywords/numbers.ts';
import { objectChecks, propertiesCheck } from './keywords/objects.ts';
import { stringChecks } from './keywords/strings.ts';
import { SchemaLimitError } from './limit-error.ts';
import { followReference, type ResolveUrl } from './reference.ts';
import { type Check, type CompileSchema, Run } from './run.ts';

/**
 * Looks at a document, as `JSON.parse` gives it.
 * @returns what is wrong with it, in the words of AWS's validator; empty when nothing is
 */
export type Validate = (document: unknown) => readonly string[];

const ACCEPT: Check = () => undefined;

/**
 * Compiles a schema of draft 4 that `checkSchema` has nothing against.
 * @param resolveUrl gives the schemas that `$ref` names by URL
 * @throws {SchemaReferenceError} for a reference that leads nowhere
 * @throws {JavaRegexSyntaxError} for a pattern that is none
 */
export function compileJsonSchema(schema: JsonObject, resolveUrl: ResolveUrl = () => undefined): Validate {
  const check = compilerOf(resolveUrl)(schema, schema);
  return (document) => {
    const run = new Run();
    try {
      run.apply(check, document);
    } catch (error) {
      if (!(error instanceof SchemaLimitError || error instanceof JavaRegexLimitError)) throw error;
      return [...run.failures, error.message];
    }
    return run.failures;
  };
}

/** Compiles each schema once, also one that refers to itself: its own check is there, to be called later. */
function compilerOf(resolveUrl: ResolveUrl): (schema: unknown, document: JsonObject) => Check {
  const compiled = new Map<JsonObject, { check: Check }>();
  const compile = (schema: unknown, document: JsonObject): Check => {
    if (!isObject(schema)) return ACCEPT;
    const known = compiled.get(schema);
    if (known !== undefined) return (run, value) => known.check(run, value);
    const slot = { check: ACCEPT };
    compiled.set(schema, slot);
    slot.check = compileOne(schema, document);
    return slot.check;
  };
  /** Beside `$ref` every other keyword is ignored (JSON Reference, section 3). */
  const compileOne = (schema: JsonObject, document: JsonObject): Check => {
    if (typeof schema.$ref === 'string') {
      const target = followReference(schema.$ref, document, resolveUrl);
      const check = compile(target.schema, target.document);
      return (run, value) => run.apply(check, value);
    }
    return checkOf(schema, (inner) => compile(inner, document));
  };
  return compile;
}

/** What is inside of a value is looked at when the value itself is in order, as AWS's validator does it. */
function checkOf(schema: JsonObject, compile: CompileSchema): Check {
  const own = [
    ...anyTypeChecks(schema, compile),
    ...numberChecks(schema),
    ...stringChecks(schema),
    ...arrayChecks(schema),
    ...objectChecks(schema, compile),
  ];
  const inside = [itemsCheck(schema, compile), propertiesCheck(schema, compile)].filter((check) => check !== undefined);
  return (run, value) => {
    const isSound = run.passes(() => {
      for (const check of own) check(run, value);
    });
    if (isSound) for (const check of inside) check(run, value);
  };
}

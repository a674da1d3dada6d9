import { JavaRegexSyntaxError } from '../java-regex/index.ts';
import { compilePattern } from './ecma-pattern.ts';
import { canonicalText, isDeeperThan, isObject, type JsonObject, TYPES } from './json.ts';
import { JSON_SCHEMA_LIMITS } from './limits.ts';

/** What is wrong with a schema itself: words that draft 4 does not have, or one whose value is none that it may have. */
export interface SchemaProblems {
  /** In order of their first appearance. */
  readonly unsupportedKeywords: readonly string[];
  /** JSON pointers (RFC 6901) to each of them. */
  readonly unsupported: readonly string[];
  /** JSON pointers to what is malformed. */
  readonly malformed: readonly string[];
  /** Every `$ref`, in order. */
  readonly references: readonly SchemaReference[];
}

export interface SchemaReference {
  /** JSON pointer to the `$ref`. */
  readonly at: string;
  /** What it says. */
  readonly to: string;
}

/** Says whether a keyword may have a value. `inner` is told of the schemas inside of it. */
type ValueRule = (value: unknown, inner: (schema: unknown, name: string) => void) => boolean;

const isText: ValueRule = (value) => typeof value === 'string';
const isNumber: ValueRule = (value) => typeof value === 'number';
const isBoolean: ValueRule = (value) => typeof value === 'boolean';
const isCount: ValueRule = (value) => Number.isInteger(value) && (value as number) >= 0;
const isAnything: ValueRule = () => true;

const isSchema: ValueRule = (value, inner) => {
  inner(value, '');
  return isObject(value);
};
const isSchemaOrBoolean: ValueRule = (value, inner) => typeof value === 'boolean' || isSchema(value, inner);
const areSchemas: ValueRule = (value, inner) => {
  if (!Array.isArray(value) || value.length === 0) return false;
  for (const [index, schema] of value.entries()) inner(schema, `/${index}`);
  return value.every(isObject);
};
const areNamedSchemas: ValueRule = (value, inner) => {
  if (!isObject(value)) return false;
  for (const [name, schema] of Object.entries(value)) inner(schema, `/${escaped(name)}`);
  return Object.values(value).every(isObject);
};
const areDifferent = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && new Set(value.map((item) => canonicalText(item))).size === value.length;
const areNames: ValueRule = (value) => areDifferent(value) && value.every((name) => typeof name === 'string');
const isType = (value: unknown): boolean => TYPES.some((type) => type === value);

/**
 * The keywords of draft 4 and what they may have (the draft's own metaschema). `xml` is not among them: models that convert
 * between JSON and XML have it, as OpenAPI has; it is Sallyport's extension.
 */
const KEYWORDS: ReadonlyMap<string, ValueRule> = new Map<string, ValueRule>([
  ['$schema', isText],
  ['id', isText],
  ['$ref', isText],
  ['title', isText],
  ['description', isText],
  ['default', isAnything],
  ['definitions', areNamedSchemas],
  ['multipleOf', (value) => typeof value === 'number' && value > 0],
  ['maximum', isNumber],
  ['exclusiveMaximum', isBoolean],
  ['minimum', isNumber],
  ['exclusiveMinimum', isBoolean],
  ['maxLength', isCount],
  ['minLength', isCount],
  ['pattern', (value) => typeof value === 'string' && isPattern(value)],
  ['format', isText],
  ['items', (value, inner) => (Array.isArray(value) ? areSchemas(value, inner) : isSchema(value, inner))],
  ['additionalItems', isSchemaOrBoolean],
  ['maxItems', isCount],
  ['minItems', isCount],
  ['uniqueItems', isBoolean],
  ['maxProperties', isCount],
  ['minProperties', isCount],
  ['required', areNames],
  ['properties', areNamedSchemas],
  [
    'patternProperties',
    (value, inner) => areNamedSchemas(value, inner) && isObject(value) && Object.keys(value).every(isPattern),
  ],
  ['additionalProperties', isSchemaOrBoolean],
  ['dependencies', areDependencies],
  ['enum', areDifferent],
  ['type', (value) => isType(value) || (areDifferent(value) && value.every(isType))],
  ['allOf', areSchemas],
  ['anyOf', areSchemas],
  ['oneOf', areSchemas],
  ['not', isSchema],
  ['xml', isObject],
]);

/** Looks at a schema and at every schema in it. */
export function checkSchema(schema: unknown): SchemaProblems {
  const problems = {
    unsupportedKeywords: new Set<string>(),
    unsupported: [] as string[],
    malformed: [] as string[],
    references: [] as SchemaReference[],
  };
  const visit = (value: unknown, pointer: string): void => {
    if (!isObject(value)) {
      problems.malformed.push(pointer);
      return;
    }
    for (const [keyword, content] of Object.entries(value)) {
      const rule = KEYWORDS.get(keyword);
      const at = `${pointer}/${escaped(keyword)}`;
      if (rule === undefined) {
        problems.unsupportedKeywords.add(keyword);
        problems.unsupported.push(at);
      } else if (!rule(content, (inner, name) => visit(inner, at + name))) problems.malformed.push(at);
      if (keyword === '$ref' && typeof content === 'string') problems.references.push({ at, to: content });
    }
    problems.malformed.push(...lonely(value).map((keyword) => `${pointer}/${keyword}`));
  };
  if (isDeeperThan(schema, JSON_SCHEMA_LIMITS.maxSchemaDepth)) problems.malformed.push('');
  else visit(schema, '');
  return { ...problems, unsupportedKeywords: [...problems.unsupportedKeywords] };
}

/** `exclusiveMaximum` means nothing without `maximum`, and the draft refuses it. */
function lonely(schema: JsonObject): readonly string[] {
  return [
    ...(schema.exclusiveMaximum !== undefined && schema.maximum === undefined ? ['exclusiveMaximum'] : []),
    ...(schema.exclusiveMinimum !== undefined && schema.minimum === undefined ? ['exclusiveMinimum'] : []),
  ];
}

function areDependencies(value: unknown, inner: (schema: unknown, name: string) => void): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).every(([name, needed]) =>
    Array.isArray(needed) ? areNames(needed, inner) : isSchema(needed, (schema) => inner(schema, `/${escaped(name)}`)),
  );
}

/** A name as a token of a JSON pointer (RFC 6901, section 3). */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isPattern(text: string): boolean {
  try {
    compilePattern(text);
    return true;
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) return false;
    throw error;
  }
}

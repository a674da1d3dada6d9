import type { SdkType } from './api.ts';

/** Levels of types within types; deeper ones are "any". Schemas come from users. */
const MOST_LEVELS = 20;

/** The type that a model's schema describes; "any" for what only validation can tell (`oneOf`, patterns, text that is no JSON). */
export function readSchema(schema: string, modelNames: ReadonlySet<string>): SdkType {
  try {
    return readType(JSON.parse(schema), modelNames, 0);
  } catch {
    return { kind: 'any' };
  }
}

function readType(schema: unknown, modelNames: ReadonlySet<string>, level: number): SdkType {
  if (!isObject(schema) || level > MOST_LEVELS) return { kind: 'any' };
  const { $ref, type, items, properties, required } = schema;
  if (typeof $ref === 'string') {
    const name = /\/models\/([a-zA-Z0-9]+)$/.exec($ref)?.[1];
    return name !== undefined && modelNames.has(name) ? { kind: 'model', name } : { kind: 'any' };
  }
  if (type === 'string') return readText(schema.enum);
  if (type === 'number' || type === 'integer' || type === 'boolean') return { kind: type };
  if (type === 'array') return { kind: 'array', items: readType(items, modelNames, level + 1) };
  if (!isObject(properties)) return { kind: 'any' };
  const needed = new Set(Array.isArray(required) ? required : []);
  return {
    kind: 'object',
    properties: Object.entries(properties).map(([name, inner]) => ({
      name,
      type: readType(inner, modelNames, level + 1),
      required: needed.has(name),
    })),
  };
}

function readText(values: unknown): SdkType {
  if (!Array.isArray(values) || values.length === 0) return { kind: 'string' };
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === values.length ? { kind: 'enum', values: texts } : { kind: 'string' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

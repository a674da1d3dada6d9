import { isObject, type JsonObject, resolvePointer } from '../../../json-schema/index.ts';

/** How deep a sample goes, and how many values it has: a schema that contains itself has no other end. */
const MAX_DEPTH = 20;
const MAX_VALUES = 5000;

/** What a sample is made of, and how many values it may still have. */
interface Source {
  readonly root: JsonObject;
  left: number;
}

/** The values that AWS writes for the types of draft 4 that hold no others. */
const SAMPLES: ReadonlyMap<unknown, string> = new Map([
  ['string', '"foo"'],
  ['integer', '42'],
  ['number', '3.14'],
  ['boolean', 'true'],
  ['null', 'null'],
]);

/**
 * A mapping template that writes a document of a model's structure, to be filled in by whoever maps (API reference,
 * `GetModelTemplate`; the example of the AWS CLI's reference for `Empty`).
 * @param schema with everything that it refers to in it
 */
export function sampleTemplate(schema: JsonObject): string {
  return `#set($inputRoot = $input.path('$'))\n${sampleOf(schema, { root: schema, left: MAX_VALUES }, '', 0)}`;
}

function sampleOf(schema: unknown, source: Source, indent: string, depth: number): string {
  source.left -= 1;
  if (depth > MAX_DEPTH || source.left < 0) return 'null';
  const resolved = followed(schema, source.root, 0);
  const type = Array.isArray(resolved.type) ? resolved.type[0] : resolved.type;
  if (type === 'array' || (type === undefined && resolved.items !== undefined)) {
    return sampleArray(resolved, source, indent, depth);
  }
  if (type === 'object' || resolved.properties !== undefined) return sampleObject(resolved, source, indent, depth);
  if (Array.isArray(resolved.enum) && resolved.enum.length > 0) return JSON.stringify(resolved.enum[0]);
  return SAMPLES.get(type) ?? '{ }';
}

function sampleObject(schema: JsonObject, source: Source, indent: string, depth: number): string {
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {});
  if (properties.length === 0) return '{ }';
  const inner = `${indent}  `;
  const lines = properties.map(
    ([name, property]) => `${inner}${JSON.stringify(name)} : ${sampleOf(property, source, inner, depth + 1)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** An item for each that the loop comes by, with commas between. */
function sampleArray(schema: JsonObject, source: Source, indent: string, depth: number): string {
  const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
  const item = sampleOf(items ?? {}, source, indent, depth + 1);
  return [
    '[',
    '##TODO: Update this foreach loop to reference array from input json',
    '#foreach($elem in $inputRoot)',
    ` ${item} `,
    '#if($foreach.hasNext),#end',
    '#end',
    ']',
  ].join('\n');
}

function followed(schema: unknown, root: JsonObject, count: number): JsonObject {
  if (!isObject(schema)) return {};
  if (typeof schema.$ref !== 'string' || count > MAX_DEPTH) return schema;
  return schema.$ref.startsWith('#') ? followed(resolvePointer(root, schema.$ref.slice(1)), root, count + 1) : {};
}

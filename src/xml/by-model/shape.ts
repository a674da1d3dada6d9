import { followReference, isObject, type JsonObject, type ResolveUrl } from '../../json-schema/index.ts';
import { XmlModelError } from '../errors.ts';
import { hintOf, isXmlName, type XmlHint } from './hint.ts';

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean';

/** How the values of a schema stand in XML. What is inside is worked out when it is needed: a schema may contain itself. */
export type Shape =
  | { readonly kind: 'scalar'; readonly nullable: boolean; readonly types: readonly ScalarType[] }
  | { readonly kind: 'list'; readonly nullable: boolean; item(ownName: string): Place }
  | {
      readonly kind: 'object';
      readonly nullable: boolean;
      members(): readonly Member[];
      /** How members look that the schema does not name; undefined when there may be none. */
      readonly extra: ((name: string) => Place) | undefined;
    };

/** A value that stands as an element or an attribute, under this name. */
export interface Place {
  readonly name: string;
  readonly hint: XmlHint;
  readonly shape: Shape;
}

/** A member of an object. */
export interface Member extends Place {
  readonly property: string;
  readonly required: boolean;
}

/**
 * Works out how the documents of a model stand in XML: OpenAPI's rules for names, lists and attributes (OpenAPI 3.0.3, section
 * 4.7.26), with `allOf` put together. Alternatives have no one shape and are refused.
 * @param modelName names the root element where the schema does not
 * @throws {XmlModelError} here or when a place inside is needed, for a schema that says nothing that can be followed
 */
export function shapeOfModel(schema: JsonObject, modelName: string, resolveUrl: ResolveUrl): Place {
  const shapes = new Map<JsonObject, Shape>();

  const placeOf = (declared: unknown, document: JsonObject, defaultName: string): Place => {
    const found = follow(declared, document);
    const hint = hintOf(found.schema);
    if (hint.prefix !== undefined && hint.namespace === undefined)
      throw new XmlModelError(`The prefix ${hint.prefix} has no namespace.`);
    const shape = shapes.get(found.schema) ?? shapeOf(found.schema, found.document);
    shapes.set(found.schema, shape);
    // The name of a list beside `items` is that of what wraps it, and of nothing when nothing does.
    const named = shape.kind === 'list' && !hint.wrapped ? undefined : hint.name;
    const name = named ?? defaultName;
    if (!isXmlName(name)) throw new XmlModelError(`${JSON.stringify(name)} is no name in XML.`);
    if (hint.attribute && shape.kind !== 'scalar')
      throw new XmlModelError(`${name} is no single value for an attribute.`);
    return { name, hint, shape };
  };

  const follow = (declared: unknown, document: JsonObject): { schema: JsonObject; document: JsonObject } => {
    let schema = isObject(declared) ? declared : {};
    let home = document;
    for (let steps = 0; typeof schema.$ref === 'string'; steps++) {
      if (steps > 50) throw new XmlModelError(`The reference ${schema.$ref} goes round in a circle.`);
      ({ schema, document: home } = followReference(schema.$ref, home, resolveUrl));
    }
    return { schema, document: home };
  };

  /** Every schema that a value is held to at once: the schema itself and those of its `allOf`. */
  const parts = (
    schema: JsonObject,
    document: JsonObject,
    depth = 0,
  ): { schema: JsonObject; document: JsonObject }[] => {
    if (depth > 20) throw new XmlModelError('More than 20 schemas inside each other by "allOf".');
    const inner = Array.isArray(schema.allOf) ? schema.allOf : [];
    return [
      { schema, document },
      ...inner.flatMap((one) => {
        const found = follow(one, document);
        return parts(found.schema, found.document, depth + 1);
      }),
    ];
  };

  const shapeOf = (schema: JsonObject, document: JsonObject): Shape => {
    const all = parts(schema, document);
    const types = all.flatMap((part) => typesOf(part.schema));
    const nullable = types.includes('null');
    const items = all.find((part) => isObject(part.schema.items));
    if (types.includes('array') || items !== undefined) {
      if (items === undefined) throw new XmlModelError('A list without the one schema of its "items".');
      return { kind: 'list', nullable, item: (ownName) => placeOf(items.schema.items, items.document, ownName) };
    }
    const isMap = all.some((part) => isObject(part.schema.properties) || isObject(part.schema.additionalProperties));
    if (types.includes('object') || isMap) {
      const extra = all.find((part) => isObject(part.schema.additionalProperties));
      return {
        kind: 'object',
        nullable,
        members: once(() => membersOf(all)),
        extra: extra && ((name) => placeOf(extra.schema.additionalProperties, extra.document, name)),
      };
    }
    if (types.length === 0 && (schema.anyOf !== undefined || schema.oneOf !== undefined))
      throw new XmlModelError('"anyOf" and "oneOf" say nothing of how a value looks in XML.');
    const scalars = types.filter((type): type is ScalarType => SCALARS.some((scalar) => scalar === type));
    return { kind: 'scalar', nullable, types: scalars.length === 0 ? ['string'] : scalars };
  };

  const membersOf = (all: readonly { schema: JsonObject; document: JsonObject }[]): readonly Member[] => {
    const required = new Set(all.flatMap((part) => (Array.isArray(part.schema.required) ? part.schema.required : [])));
    const members = all.flatMap((part) =>
      Object.entries(isObject(part.schema.properties) ? part.schema.properties : {}).map(
        ([property, declared]): Member => ({
          property,
          required: required.has(property),
          ...placeOf(declared, part.document, property),
        }),
      ),
    );
    return [...new Map(members.map((member) => [member.property, member])).values()];
  };

  const root = placeOf(schema, schema, modelName);
  return { ...root, name: root.hint.name ?? modelName };
}

const SCALARS: readonly ScalarType[] = ['boolean', 'integer', 'number', 'string'];

function typesOf({ type, enum: values }: JsonObject): readonly unknown[] {
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  return Array.isArray(values) ? [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))] : [];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import { isObject, type JsonObject } from '../../json-schema/index.ts';
import { NC_NAME } from '../characters.ts';
import { XmlModelError } from '../errors.ts';

/** OpenAPI's "XML Object" (OpenAPI 3.0.3, section 4.7.26): how a value looks in XML. */
export interface XmlHint {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly prefix: string | undefined;
  readonly attribute: boolean;
  readonly wrapped: boolean;
}

/** @throws {XmlModelError} for a name or prefix that none can be */
export function hintOf(schema: JsonObject): XmlHint {
  const xml = isObject(schema.xml) ? schema.xml : {};
  return {
    name: nameIn(xml.name),
    namespace: typeof xml.namespace === 'string' ? xml.namespace : undefined,
    prefix: nameIn(xml.prefix),
    attribute: xml.attribute === true,
    wrapped: xml.wrapped === true,
  };
}

function nameIn(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !isXmlName(value))
    throw new XmlModelError(`${JSON.stringify(value)} is no name in XML.`);
  return value;
}

const NAME = new RegExp(`^${NC_NAME}$`);

/** Whether a text can be the local part of a name (Namespaces in XML 1.0, section 3). */
export function isXmlName(text: string): boolean {
  return NAME.test(text);
}

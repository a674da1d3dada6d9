import type { JsonObject, ResolveUrl } from '../../json-schema/index.ts';
import { parseXml } from '../parse-xml.ts';
import { shapeOfModel } from './shape.ts';
import { elementToJson } from './to-json.ts';
import { jsonToText } from './to-xml.ts';

/** Converts the documents of one model, both ways. */
export interface XmlConversion {
  /** @throws {XmlSyntaxError} for what is no XML; {XmlConversionError} for what is not like the model */
  toJson(xml: string): unknown;
  /** @throws {XmlConversionError} for what is not like the model */
  toXml(value: unknown): string;
}

/**
 * @param modelName names the root element where the schema does not
 * @throws {XmlModelError} for a schema that says nothing of how its documents look in XML
 */
export function compileXmlConversion(schema: JsonObject, modelName: string, resolveUrl: ResolveUrl): XmlConversion {
  const root = shapeOfModel(schema, modelName, resolveUrl);
  return {
    toJson: (xml) => elementToJson(root, parseXml(xml)),
    toXml: (value) => jsonToText(root, value),
  };
}

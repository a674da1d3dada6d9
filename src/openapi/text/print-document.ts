import type { JsonObject } from '../values.ts';
import { printJson } from './print-json.ts';
import { printYaml } from './yaml.ts';

export type DocumentFormat = 'json' | 'yaml';

/** A document as text. */
export async function printDocument(document: JsonObject, format: DocumentFormat): Promise<string> {
  return format === 'json' ? printJson(document) : printYaml(document);
}

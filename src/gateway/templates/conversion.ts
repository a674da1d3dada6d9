import { JsonSyntaxError } from '../../json/index.ts';
import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import type { StageModels } from '../models/index.ts';
import { boundedJson } from './bounded-json.ts';

/** The one line of a template that converts by a model; to Velocity it is a comment, and AWS makes an empty body of it. */
const LINE = /^\s*##sallyport:(json-from-xml|xml-from-json)\s+([A-Za-z0-9]+)\s*$/;

/** Turns a payload into another by a model. */
export interface Conversion {
  /** What the payload becomes. */
  readonly to: 'json' | 'xml';
  /** @throws {XmlSyntaxError | XmlConversionError | JsonSyntaxError} for a payload that is not like the model */
  convert(payload: string): string;
}

/**
 * Compiles a template that asks for a conversion by a model, which is an extension of Sallyport's.
 * @returns undefined for any other template
 * @throws {ConfigurationProblem} for a model that cannot be used
 */
export function compileConversion(text: string, models: StageModels): Conversion | undefined {
  const [, direction, modelName] = LINE.exec(text) ?? [];
  if (direction === undefined || modelName === undefined) return undefined;
  const { toJson, toXml } = models.xmlConversion(modelName);
  return direction === 'json-from-xml'
    ? { to: 'json', convert: (payload) => boundedJson(toJson(payload), MAX_PAYLOAD_BYTES) }
    : { to: 'xml', convert: (payload) => toXml(parsed(payload)) };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new JsonSyntaxError(error.message, 0);
  }
}

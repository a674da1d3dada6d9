import { type JsonValue, numberText, printJson } from '../../json/index.ts';
import { compileJsonPath, type JsonPath, JsonPathSyntaxError } from '../../jsonpath/index.ts';
import { ConfigurationProblem, type Payload } from '../method/index.ts';

/**
 * Reads the values that an expression has on a payload.
 * @throws {JsonSyntaxError} for a payload that begins like JSON and is none (fact D25)
 * @throws {JsonPathLimitError} when the payload is too large for what the path asks
 */
export type PayloadReader = (payload: Payload | undefined) => readonly string[];

const NONE: readonly string[] = [];

/**
 * Compiles `PREFIX.body` or `PREFIX.body.JSONPATH`, with the path written without `$.` (fact D23).
 * @param prefix `method.request` or `integration.response`
 * @returns undefined when the text does not speak of the body
 * @throws {ConfigurationProblem} for a path that is not understood
 */
export function compileBodyExpression(text: string, prefix: string): PayloadReader | undefined {
  const whole = `${prefix}.body`;
  if (text === whole) return (payload) => (payload === undefined || payload.text === '' ? NONE : [payload.text]);
  if (!text.startsWith(`${whole}.`) && !text.startsWith(`${whole}[`)) return undefined;
  const path = compilePath(text.slice(whole.length), text);
  return (payload) => {
    const found = payload?.find(path);
    return found === undefined ? NONE : [textOf(found)];
  };
}

function compilePath(path: string, text: string): JsonPath {
  try {
    return compileJsonPath(`$${path}`);
  } catch (error) {
    if (!(error instanceof JsonPathSyntaxError)) throw error;
    throw new ConfigurationProblem(`"${text}" is no parameter mapping expression: ${error.message}`);
  }
}

/** A text as it is, anything else as JSON. */
function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? numberText(value) : printJson(value);
}

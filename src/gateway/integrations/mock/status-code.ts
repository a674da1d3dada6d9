import { JsonSyntaxError, parseJson } from '../../../json/index.ts';

/**
 * Reads the integer `statusCode` from what a MOCK integration's request template gave, as leniently as AWS: unquoted keys,
 * single quotes and trailing commas are taken (fact D63).
 * @returns undefined when the text is no such object or holds no integer `statusCode`
 */
export function mockStatusCode(text: string): number | undefined {
  try {
    const value = parseJson(text);
    const statusCode = value instanceof Map ? value.get('statusCode') : undefined;
    return typeof statusCode === 'number' && Number.isInteger(statusCode) ? statusCode : undefined;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined;
    throw error;
  }
}

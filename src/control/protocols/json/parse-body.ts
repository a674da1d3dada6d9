import { isUtf8 } from 'node:buffer';
import { SerializationError } from '../serialization-error.ts';
import { record } from './decode-json.ts';

/**
 * Reads a body that is a JSON object; an empty body stands for an empty object.
 * @throws {SerializationError} for anything else
 */
export function parseBody(body: Buffer): Readonly<Record<string, unknown>> {
  return body.length === 0 ? {} : record(parseJson(body));
}

function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new SerializationError('The request body is not valid UTF-8.');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new SerializationError('The request body is not valid JSON.');
    throw error;
  }
}

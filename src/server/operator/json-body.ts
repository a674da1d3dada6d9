import { ServiceError } from '../../aws/index.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The object that a body holds. @throws {ServiceError} 400 */
export function fieldsOf(body: Buffer): Fields {
  const value = parsed(body);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw badRequest('The body must be a JSON object.');
}

/** @throws {ServiceError} 400 for a text that is not there, or does not look so */
export function textOf(fields: Fields, name: string, pattern: RegExp): string {
  const value = fields[name];
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw badRequest(`${name} is missing or not valid.`);
}

export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

export function notFound(message: string): ServiceError {
  return new ServiceError('NotFoundException', 404, message);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw badRequest(`The body is no JSON: ${String(error)}`);
  }
}

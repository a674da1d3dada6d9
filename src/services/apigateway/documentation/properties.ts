import { badRequest } from '../errors.ts';

/**
 * A part's content: a JSON object as text, kept as it came (features A16.1).
 * @throws {ServiceError} 400
 */
export function readProperties(value: string | undefined): string {
  const text = value ?? '';
  if (text.trim() === '') throw badRequest('Documentation part properties must be non-empty');
  if (!isJsonObject(text)) throw badRequest('Invalid documentation part properties specified. Must be a JSON object.');
  return text;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

import { badRequest } from './errors.ts';
import { LIMITS } from './limits.ts';

/** @throws {ServiceError} 400 for a name that is blank or too long; the text is ours */
export function checkName(name: string): void {
  if (name.trim() === '' || name.length > LIMITS.nameLength) {
    throw badRequest(`Name must have 1 to ${LIMITS.nameLength} characters.`);
  }
}

/** @throws {ServiceError} 400 for a text that is too long; the text is ours */
export function checkLength(what: string, text: string | undefined, most: number): void {
  if (text !== undefined && text.length > most) throw badRequest(`${what} can have at most ${most} characters.`);
}

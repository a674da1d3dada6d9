import { OpenApiError } from '../errors.ts';

/** @throws {OpenApiError} when there are more than an import may bring */
export function checkCount(what: string, count: number, most: number): void {
  if (count > most) throw new OpenApiError(`The API definition has ${count} ${what}; at most ${most} can be imported.`);
}

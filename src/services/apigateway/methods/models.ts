import { badRequest } from '../errors.ts';

/** The models that every API has from the start (features A1.7). */
const BUILT_IN_MODELS: readonly string[] = ['Empty', 'Error'];

/**
 * Checks that models exist.
 * @param models content type to model name
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkModels(models: Readonly<Record<string, string>> = {}): void {
  for (const name of Object.values(models)) {
    if (!BUILT_IN_MODELS.includes(name)) throw badRequest(`Invalid model identifier specified: ${name}`);
  }
}

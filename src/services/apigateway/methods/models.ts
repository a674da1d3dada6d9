import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findModel } from '../documents/index.ts';
import { badRequest } from '../errors.ts';

/**
 * Checks that models exist.
 * @param models content type to model name
 * @throws {ServiceError} 400 with AWS's text
 */
export async function checkModels(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  models: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const name of Object.values(models)) {
    if (!(await findModel(reader, scope, restApiId, name))) {
      throw badRequest(`Invalid model identifier specified: ${name}`);
    }
  }
}

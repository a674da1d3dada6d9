import type { Model } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** @throws {ServiceError} 400 with AWS's text */
export function checkSchema({ schema }: Model, _restApiId: string, _others: readonly Model[]): void {
  if (schema.trim() === '') {
    throw badRequest('Model schema must have at least 1 property or array items defined');
  }
}

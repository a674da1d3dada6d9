import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/**
 * Checks the name of a new stage: 1 to 128 letters, digits, `_` and `-` (features A8.1). AWS's text does not mention the
 * hyphen, though AWS takes it.
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkStageName(stageName: string): void {
  if (!/^[\w-]+$/.test(stageName)) throw badRequest('Stage name only allows a-zA-Z0-9_');
  if (stageName.length > LIMITS.stageNameLength) {
    throw badRequest(`Stage name can have at most ${LIMITS.stageNameLength} characters`);
  }
}

import { SerializationError } from '../serialization-error.ts';

/**
 * Refuses free-form JSON that is nested too deeply for whoever walks through it later. Level by level, so that the check
 * itself needs no deep stack.
 * @throws {SerializationError}
 */
export function boundDepth(value: unknown, limit: number): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) throw new SerializationError('The request is nested too deeply.');
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
}

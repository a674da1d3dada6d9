import { validationError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

/** The dimensions of one metric. @throws {ServiceError} */
export function checkDimensions(dimensions: NonNullable<In<'putMetricAlarm'>['Dimensions']>): void {
  if (dimensions.length > LIMITS.dimensions) {
    throw validationError(`A metric has at most ${LIMITS.dimensions} dimensions`);
  }
  const names = dimensions.map(({ Name }) => Name);
  if (new Set(names).size < names.length) throw validationError('No dimension name may stand twice');
}

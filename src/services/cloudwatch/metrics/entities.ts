import { invalidParameterValue, missingParameter } from '../errors.ts';
import type { In } from '../types.ts';
import { METRIC_DATA_LIMITS } from './limits.ts';

type EntityData = NonNullable<In<'putMetricData'>['EntityMetricData']>;

/** API reference, `Entity`. */
const KEYS = new Set(['Type', 'ResourceType', 'Identifier', 'Name', 'Environment']);

/**
 * Checks the entities that data are said to belong to. Where that is not strict, data of an invalid entity are kept all the
 * same (API reference, `PutMetricData`, `StrictEntityValidation`).
 * @throws {ServiceError}
 */
export function checkEntities(entities: EntityData, isStrict: boolean | undefined): void {
  if (entities.length === 0) return;
  if (isStrict === undefined) throw missingParameter('The parameter StrictEntityValidation is required.');
  if (!isStrict) return;
  const { entities: most } = METRIC_DATA_LIMITS;
  if (entities.length > most) {
    throw invalidParameterValue(`The collection EntityMetricData must not have a size greater than ${most}.`);
  }
  entities.forEach(({ Entity }, index) => {
    const keys = Object.keys(Entity?.KeyAttributes ?? {});
    if (keys.includes('Type') && keys.every((key) => KEYS.has(key))) return;
    throw invalidParameterValue(
      `The value of parameter EntityMetricData.member.${index + 1}.Entity.KeyAttributes is invalid.`,
    );
  });
}

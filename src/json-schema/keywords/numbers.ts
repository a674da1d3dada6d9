import type { JsonObject } from '../json.ts';
import type { Check } from '../run.ts';

/** `multipleOf`, `maximum`, `minimum` and their exclusive forms (validation, section 5.1). */
export function numberChecks(schema: JsonObject): readonly Check[] {
  const { multipleOf, maximum, minimum } = schema;
  return [
    typeof multipleOf === 'number' ? multipleOfCheck(multipleOf) : undefined,
    typeof maximum === 'number' ? maximumCheck(maximum, schema.exclusiveMaximum === true) : undefined,
    typeof minimum === 'number' ? minimumCheck(minimum, schema.exclusiveMinimum === true) : undefined,
  ].filter((check) => check !== undefined);
}

function multipleOfCheck(divisor: number): Check {
  return (run, value) => {
    if (typeof value === 'number' && !isMultiple(value, divisor))
      run.fail(() => `remainder of division is not zero (${value} / ${divisor})`);
  };
}

/** Decimal numbers as people write them: 0.3 is a multiple of 0.1, which it is not in binary. */
function isMultiple(value: number, divisor: number): boolean {
  if (value % divisor === 0) return true;
  if (Number.isInteger(divisor) && Number.isInteger(value)) return false;
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

function maximumCheck(maximum: number, exclusive: boolean): Check {
  return (run, value) => {
    if (typeof value !== 'number') return;
    if (value > maximum)
      run.fail(() => `numeric instance is greater than the required maximum (maximum: ${maximum}, found: ${value})`);
    else if (exclusive && value === maximum)
      run.fail(() => `numeric instance is not strictly lower than the required maximum ${maximum}`);
  };
}

function minimumCheck(minimum: number, exclusive: boolean): Check {
  return (run, value) => {
    if (typeof value !== 'number') return;
    if (value < minimum)
      run.fail(() => `numeric instance is lower than the required minimum (minimum: ${minimum}, found: ${value})`);
    else if (exclusive && value === minimum)
      run.fail(() => `numeric instance is not strictly greater than the required minimum ${minimum}`);
  };
}

import { enumViolations, lengthViolations, patternViolations } from '../../../aws/index.ts';
import type { LogPattern } from '../../../log-patterns/index.ts';
import { STANDARD_UNITS } from '../../../model/index.ts';
import { invalidParameter, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import type { Transformation } from './document.ts';

type Given = In<'putMetricFilter'>['metricTransformations'];

const METRIC_NAME = { test: /^[^:*$]*$/, text: '[^:*$]*' };
const AT = 'metricTransformations.1.member';

/** A number, with an exponent or without. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Holds what is given to the rules of `MetricTransformation` (API reference), and to what the pattern's events have.
 * @throws {ServiceError} `InvalidParameterException`
 */
export function readTransformation(given: Given, pattern: LogPattern): Transformation {
  if (given.length !== 1) refuse([countViolation(given.length)]);
  const [{ metricName = '', metricNamespace = '', metricValue = '', defaultValue, dimensions, unit } = {}] = given;
  refuse(
    lengthViolations(metricName, `${AT}.metricName`, LIMITS.metricName),
    patternViolations(metricName, `${AT}.metricName`, METRIC_NAME),
    lengthViolations(metricNamespace, `${AT}.metricNamespace`, LIMITS.metricName),
    patternViolations(metricNamespace, `${AT}.metricNamespace`, METRIC_NAME),
    lengthViolations(metricValue, `${AT}.metricValue`, LIMITS.metricValue),
    enumViolations(unit, `${AT}.unit`, STANDARD_UNITS),
  );
  if (!NUMBER.test(metricValue) && pattern.reader(metricValue) === undefined) throw invalidTransformation();
  const fields = Object.entries(dimensions ?? {});
  if (fields.length > 0) checkDimensions(fields, pattern, defaultValue);
  return {
    metricName,
    metricNamespace,
    metricValue,
    ...(defaultValue !== undefined && { defaultValue }),
    ...(fields.length > 0 && { dimensions: Object.fromEntries(fields) }),
    ...(unit !== undefined && { unit }),
  };
}

/** The texts are AWS's, as its users report them. */
function checkDimensions(
  fields: readonly (readonly [name: string, field: string])[],
  pattern: LogPattern,
  defaultValue: number | undefined,
): void {
  if (pattern.kind === 'terms') throw invalidParameter('The specified filter pattern does not support dimensions');
  if (defaultValue !== undefined) {
    throw invalidParameter(
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
    );
  }
  const isValid = fields.every(
    ([name, field]) =>
      name.length > 0 &&
      name.length <= LIMITS.dimensionName &&
      !name.startsWith(':') &&
      pattern.reader(field) !== undefined,
  );
  if (fields.length > LIMITS.filterDimensions || !isValid) throw invalidTransformation();
}

function countViolation(count: number): string {
  const bound = count === 0 ? 'greater than or equal to 1' : 'less than or equal to 1';
  return `Value at 'metricTransformations' failed to satisfy constraint: Member must have length ${bound}`;
}

function invalidTransformation() {
  return invalidParameter('Invalid metric transformation');
}

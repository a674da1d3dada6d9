import { ServiceError } from './service-error.ts';

/** One constraint of a service model that a value breaks, in AWS's words. An absent value breaks none. */
export type Violation = string;

/**
 * AWS checks a request against the constraints of its service model before anything else, and reports all that fail at
 * once in one `ValidationException` (recorded for API Gateway and for Lambda: `N validation error(s) detected: ...; ...`).
 * @throws {ServiceError} 400 when there is any violation
 */
export function refuseViolations(...violations: readonly (readonly Violation[])[]): void {
  const all = violations.flat();
  if (all.length > 0) throw new ServiceError('ValidationException', 400, describeViolations(all));
}

/** The text for all violations of a request; services differ in the name that they give the exception. */
export function describeViolations(all: readonly Violation[]): string {
  const detected = all.length === 1 ? '1 validation error detected' : `${all.length} validation errors detected`;
  return `${detected}: ${all.join('; ')}`;
}

/** A value outside its enumeration. `allowed` is printed in the order given. */
export function enumViolations(
  value: string | undefined,
  at: string,
  allowed: readonly string[],
): readonly Violation[] {
  if (value === undefined || allowed.includes(value)) return [];
  return [violation(value, at, `Member must satisfy enum value set: [${allowed.join(', ')}]`)];
}

/** A list with an element outside its enumeration, reported as a whole. */
export function enumListViolations(
  values: readonly string[] | undefined,
  at: string,
  allowed: readonly string[],
): readonly Violation[] {
  if (values === undefined || values.every((value) => allowed.includes(value))) return [];
  const constraint = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
  return [violation(`[${values.join(', ')}]`, at, `Member must satisfy constraint: [${constraint}]`)];
}

/** `text` is the pattern as AWS prints it, `test` the same for JavaScript. */
export function patternViolations(
  value: string | undefined,
  at: string,
  pattern: { readonly test: RegExp; readonly text: string },
): readonly Violation[] {
  if (value === undefined || pattern.test.test(value)) return [];
  return [violation(value, at, `Member must satisfy regular expression pattern: ${pattern.text}`)];
}

export function lengthViolations(value: string | undefined, at: string, max: number): readonly Violation[] {
  if (value === undefined || value.length <= max) return [];
  return [violation(value, at, `Member must have length less than or equal to ${max}`)];
}

export function rangeViolations(
  value: number | undefined,
  at: string,
  range: { readonly min: number; readonly max: number },
): readonly Violation[] {
  if (value === undefined) return [];
  if (value < range.min) return [violation(value, at, `Member must have value greater than or equal to ${range.min}`)];
  if (value > range.max) return [violation(value, at, `Member must have value less than or equal to ${range.max}`)];
  return [];
}

function violation(value: string | number, at: string, constraint: string): Violation {
  return `Value '${value}' at '${at}' failed to satisfy constraint: ${constraint}`;
}

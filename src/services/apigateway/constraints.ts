import { ServiceError } from '../../aws/index.ts';
import { PATCH_OPS, type PatchOperation } from './patch/index.ts';

/** One constraint of the service model that a value breaks, in AWS's words. */
export type Violation = string;

/**
 * AWS checks a request against the constraints of its service model before anything else and reports all that fail in
 * one `ValidationException` (recorded: `N validation error(s) detected: ...; ...`).
 * @throws {ServiceError} 400 `ValidationException` when there is any violation
 */
export function refuseViolations(...violations: readonly (readonly Violation[])[]): void {
  const all = violations.flat();
  if (all.length === 0) return;
  const detected = all.length === 1 ? '1 validation error detected' : `${all.length} validation errors detected`;
  throw new ServiceError('ValidationException', 400, `${detected}: ${all.join('; ')}`);
}

/** A value outside its enumeration; an absent value breaks nothing. `allowed` is printed in the order given. */
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

/** A response's status code must be three digits from 1xx to 5xx. */
export function statusCodeViolations(statusCode: string): readonly Violation[] {
  if (/^[1-5]\d\d$/.test(statusCode)) return [];
  return [violation(statusCode, 'statusCode', 'Member must satisfy regular expression pattern: [1-5]\\d\\d')];
}

/** Patch operations with an `op` that JSON Patch does not know. `input` is the operation's name with `Input`, such as `updateStageInput`. */
export function patchOpViolations(
  input: string,
  operations: readonly PatchOperation[] | undefined,
): readonly Violation[] {
  return (operations ?? []).flatMap(({ op }, index) =>
    enumViolations(op, `${input}.patchOperations.${index + 1}.member.op`, PATCH_OPS),
  );
}

function violation(value: string, at: string, constraint: string): Violation {
  return `Value '${value}' at '${at}' failed to satisfy constraint: ${constraint}`;
}

import { enumViolations, patternViolations, type Violation } from '../../aws/index.ts';
import { PATCH_OPS, type PatchOperation } from './patch/index.ts';

const STATUS_CODE = { test: /^[1-5]\d\d$/, text: '[1-5]\\d\\d' };

/** A response's status code must be three digits from 1xx to 5xx. */
export function statusCodeViolations(statusCode: string): readonly Violation[] {
  return patternViolations(statusCode, 'statusCode', STATUS_CODE);
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

import { lengthViolations } from '../../../aws/index.ts';
import { refuseConstraints } from '../alarm-errors.ts';
import { validationError } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** What an alarm of any type is called, and what is said of it. @throws {ServiceError} */
export function checkNames({
  AlarmName,
  AlarmDescription,
}: {
  readonly AlarmName: string;
  readonly AlarmDescription?: string | undefined;
}): void {
  refuseConstraints(
    lengthViolations(AlarmName, 'alarmName', LIMITS.alarmNameLength),
    lengthViolations(AlarmDescription, 'alarmDescription', LIMITS.descriptionLength),
  );
  checkName(AlarmName, 'AlarmName');
}

/**
 * What any alarm may be called, so that one is asked for by no other name; half of a surrogate pair is no character.
 * @throws {ServiceError}
 */
export function checkName(name: string, member: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name must not have
  if (name !== '' && !/[\x00-\x1f\x7f]|\p{Surrogate}/u.test(name)) return;
  throw validationError(`${member} must not be empty and must not have control characters`);
}

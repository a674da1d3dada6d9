import { describeViolations, ServiceError, type Violation } from '../../aws/index.ts';
import { validationError } from './errors.ts';

/** The errors of alarms, dashboards and tags, by the service model's codes; see `errors.ts` for those that metrics have too. */

/** @throws {ServiceError} `ValidationError` when there is any violation */
export function refuseConstraints(...violations: readonly (readonly Violation[])[]): void {
  const all = violations.flat();
  if (all.length > 0) throw validationError(describeViolations(all));
}

/** What alarms answer. */
export function resourceNotFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFound', 404, message);
}

/** What tags and anomaly detectors answer. */
export function resourceNotFoundException(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, message);
}

/** API reference: "Data was not syntactically valid JSON." */
export function invalidFormat(message: string): ServiceError {
  return new ServiceError('InvalidFormat', 400, message);
}

/** API reference, `PutMetricAlarm`: "The quota for alarms for this customer has already been reached." */
export function tooManyAlarms(message: string): ServiceError {
  return new ServiceError('LimitExceeded', 400, message);
}

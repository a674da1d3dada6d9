import { describeViolations, ServiceError, type Violation } from '../../aws/index.ts';

/** The exceptions of the service model, all 400 (API reference, "Errors" of each operation). */
function exception(code: string) {
  return (message: string) => new ServiceError(code, 400, message);
}

export const invalidParameter = exception('InvalidParameterException');
export const invalidOperation = exception('InvalidOperationException');
/** As recorded (moto's recorded answers of CloudWatch Logs). */
export const limitExceeded = () => limitReached('Resource limit exceeded.');
export const limitReached = exception('LimitExceededException');
export const tooManyTags = exception('TooManyTagsException');
export const validation = exception('ValidationException');
export const resourceNotFound = exception('ResourceNotFoundException');
const alreadyExists = exception('ResourceAlreadyExistsException');

/** As recorded (moto's and localstack's recorded answers of CloudWatch Logs). */
export const missing = {
  group: () => resourceNotFound('The specified log group does not exist.'),
  stream: () => resourceNotFound('The specified log stream does not exist.'),
  query: () => resourceNotFound('The specified query does not exist.'),
  queryDefinition: () => resourceNotFound('The specified query definition does not exist.'),
  record: () => resourceNotFound('The specified log record does not exist.'),
  metricFilter: () => resourceNotFound('The specified metric filter does not exist.'),
  subscriptionFilter: () => resourceNotFound('The specified subscription filter does not exist.'),
} as const;

/** As recorded, without a full stop. */
export const existing = {
  group: () => alreadyExists('The specified log group already exists'),
  stream: () => alreadyExists('The specified log stream already exists'),
} as const;

/** The disk takes no more; SDKs try again. */
export function serviceUnavailable(message: string): ServiceError {
  return new ServiceError('ServiceUnavailableException', 503, message);
}

/** A valid request for a feature that Sallyport does not have: refused by name, as an operation without a handler is. */
export function notSupported(feature: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not support ${feature}.`);
}

/** Constraints of the service model, which CloudWatch Logs reports under a name of its own. @throws {ServiceError} */
export function refuse(...violations: readonly (readonly Violation[])[]): void {
  const all = violations.flat();
  if (all.length > 0) throw invalidParameter(describeViolations(all));
}

/** @param queryCompileError where in the query it is, and what (`QueryCompileError`) */
export function malformedQuery(message: string, queryCompileError: unknown): ServiceError {
  return new ServiceError('MalformedQueryException', 400, message, { queryCompileError });
}

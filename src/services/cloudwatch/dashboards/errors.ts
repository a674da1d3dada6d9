import { ServiceError } from '../../../aws/index.ts';
import type { Finding } from './check.ts';

/** `DashboardInvalidInputError`, whose code in aws-query is `InvalidParameterInput`. */
export function invalidDashboard(message: string, findings: readonly Finding[] = []): ServiceError {
  const dashboardValidationMessages = findings.map(({ dataPath, message }) => ({
    DataPath: dataPath,
    Message: message,
  }));
  return new ServiceError('DashboardInvalidInputError', 400, message, { dashboardValidationMessages });
}

/** In the form that users of AWS report. */
export function invalidBody(errors: readonly Finding[]): ServiceError {
  const count = `${errors.length} validation errors`;
  return invalidDashboard(
    `The dashboard body is invalid, there are ${count}:\n${JSON.stringify(errors, null, 2)}`,
    errors,
  );
}

/** `DashboardNotFoundError`, whose code in aws-query is `ResourceNotFound`. */
export function dashboardNotFound(names: readonly string[]): ServiceError {
  const said =
    names.length === 1 ? `Dashboard ${names[0]} does not exist` : `Dashboards ${names.join(', ')} do not exist`;
  return new ServiceError('DashboardNotFoundError', 404, said);
}

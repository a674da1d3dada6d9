import { ServiceError } from '../../aws/index.ts';
import type { ServiceName } from '../control.ts';
import type { MemberPath, MemberStep } from '../schema/index.ts';

interface Row {
  /** What a missing required member is called; 400 everywhere. */
  readonly nullMember: string;
  /** What a defect of the service's own is called; 500 everywhere. */
  readonly internal: string;
  readonly nullMembersMessage?: (paths: readonly MemberPath[]) => string;
}

/** How services differ in errors that no handler throws. Sources: each service's API reference and what is recorded of it. */
const ROWS: Readonly<Record<ServiceName, Row>> = {
  apigateway: { nullMember: 'BadRequestException', internal: 'InternalFailure' },
  apigatewayv2: { nullMember: 'BadRequestException', internal: 'InternalFailure' },
  lambda: { nullMember: 'ValidationException', internal: 'ServiceException' },
  iam: { nullMember: 'ValidationError', internal: 'InternalFailure' },
  sts: { nullMember: 'ValidationError', internal: 'InternalFailure' },
  // Recorded on CloudWatch: "The parameter Namespace is required." with code MissingParameter, a line a member.
  cloudwatch: {
    nullMember: 'MissingRequiredParameterException',
    internal: 'InternalServiceFault',
    nullMembersMessage: (paths) => paths.map((path) => `The parameter ${formName(path)} is required.`).join('\n'),
  },
  logs: { nullMember: 'InvalidParameterException', internal: 'InternalFailure' },
  'cognito-idp': { nullMember: 'InvalidParameterException', internal: 'InternalErrorException' },
  acm: { nullMember: 'ValidationException', internal: 'InternalFailure' },
};

/** @param paths the members that are missing, at least one */
export function nullMembersError(service: ServiceName, paths: readonly MemberPath[]): ServiceError {
  const { nullMember, nullMembersMessage = constraintMessage } = ROWS[service];
  return new ServiceError(nullMember, 400, nullMembersMessage(paths));
}

/**
 * The cause goes to the operator, never to the client.
 * @param service undefined when the request had not been understood that far
 */
export function internalError(service: ServiceName | undefined, requestId: string): ServiceError {
  return new ServiceError(
    service === undefined ? 'InternalFailure' : ROWS[service].internal,
    500,
    `An internal error occurred; Sallyport’s log has its cause under request ${requestId}.`,
  );
}

/** Recorded on many services: `3 validation errors detected: Value ... ; Value ...`. */
function constraintMessage(paths: readonly MemberPath[]): string {
  const count = paths.length === 1 ? '1 validation error' : `${paths.length} validation errors`;
  const complaints = paths.map(
    (path) => `Value null at '${propertyPath(path)}' failed to satisfy constraint: Member must not be null`,
  );
  return `${count} detected: ${complaints.join('; ')}`;
}

/** `tags.2.member.value`, as recorded on WAFv2 (`rules.1.member.name`): a bean's property names. */
function propertyPath(path: MemberPath): string {
  return path.map(propertyStep).join('.');
}

function propertyStep(step: MemberStep): string {
  switch (step.kind) {
    case 'member':
      return step.name.charAt(0).toLowerCase() + step.name.slice(1);
    case 'item':
      return `${step.position}.member`;
    case 'entry':
      return `${step.key}.member`;
  }
}

/** `MetricData.member.1.MetricName`: the name of the parameter in a form of aws-query. */
function formName(path: MemberPath): string {
  return path.map(formStep).join('.');
}

function formStep(step: MemberStep): string {
  switch (step.kind) {
    case 'member':
      return step.name;
    case 'item':
      return `member.${step.position}`;
    case 'entry':
      return `entry.${step.key}`;
  }
}

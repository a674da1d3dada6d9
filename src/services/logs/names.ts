import { lengthViolations, patternViolations, type Violation } from '../../aws/index.ts';
import type { LogGroupRef, Scope } from '../../model/index.ts';
import { invalidParameter, refuse, validation } from './errors.ts';
import { LIMITS } from './limits.ts';

const GROUP_NAME = { test: /^[.\-_/#A-Za-z0-9]+$/, text: '[\\.\\-_/#A-Za-z0-9]+' };
const STREAM_NAME = { test: /^[^:*]+$/, text: '[^:*]*' };
const GROUP_ARN = /^arn:[\w-]+:logs:([\w-]+):(\d{12}):log-group:([.\-_/#A-Za-z0-9]+)(?::\*)?$/;

/** The ARN of a group, without the `:*` that policies need (API reference, `LogGroup`). */
export function groupArn({ scope, name }: LogGroupRef): string {
  return `arn:aws:logs:${scope.region}:${scope.accountId}:log-group:${name}`;
}

export function streamArn(group: LogGroupRef, stream: string): string {
  return `${groupArn(group)}:log-stream:${stream}`;
}

/** Constraints of a group's name. */
export function groupNameViolations(name: string, at = 'logGroupName'): readonly Violation[] {
  return [...lengthViolations(name, at, LIMITS.groupName), ...patternViolations(name, at, GROUP_NAME)];
}

export function streamNameViolations(name: string, at = 'logStreamName'): readonly Violation[] {
  return [...lengthViolations(name, at, LIMITS.streamName), ...patternViolations(name, at, STREAM_NAME)];
}

/** @throws {ServiceError} for what cannot be a group's name */
export function groupNamed(scope: Scope, name: string): LogGroupRef {
  refuse(groupNameViolations(name));
  return { scope, name };
}

/**
 * The group of an ARN, with or without `:*`.
 * @returns undefined for what is no group's ARN in this account and region
 */
export function groupOfArn(scope: Scope, arn: string): LogGroupRef | undefined {
  const [, region, accountId, name] = GROUP_ARN.exec(arn) ?? [];
  return name === undefined || region !== scope.region || accountId !== scope.accountId ? undefined : { scope, name };
}

/**
 * The group that an operation names by `logGroupName`, or by `logGroupIdentifier`, which is a name or an ARN.
 * @throws {ServiceError} for both or neither (recorded: localstack's test_create_and_delete_log_stream)
 */
export function groupOf(
  scope: Scope,
  given: { readonly logGroupName?: string | undefined; readonly logGroupIdentifier?: string | undefined },
): LogGroupRef {
  const { logGroupName, logGroupIdentifier } = given;
  if (logGroupName !== undefined && logGroupIdentifier !== undefined) {
    throw validation('LogGroup name and LogGroup ARN are mutually exclusive parameters.');
  }
  if (logGroupName !== undefined) return groupNamed(scope, logGroupName);
  if (logGroupIdentifier === undefined) throw validation('Either LogGroup name or LogGroup ARN is required.');
  return identifiedGroup(scope, logGroupIdentifier);
}

/** @param identifier a name or an ARN @throws {ServiceError} */
export function identifiedGroup(scope: Scope, identifier: string): LogGroupRef {
  if (!identifier.startsWith('arn:')) return groupNamed(scope, identifier);
  const group = groupOfArn(scope, identifier);
  if (group === undefined) throw invalidParameter(`Invalid log group ARN: ${identifier}`);
  return group;
}

import type { Stage } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { optional, rulesOf } from '../patch/index.ts';

type AccessLogSettings = NonNullable<Stage['accessLogSettings']>;

/** Where access logs may go: a log group of CloudWatch Logs, with or without the `:*` that its ARN is often shown with. */
const LOG_GROUP = /^(arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:[\w./#-]{1,512})(?::\*)?$/;
/** Or a Firehose stream, by its name one for API Gateway (API reference, AccessLogSettings.destinationArn). */
const FIREHOSE_STREAM = /^arn:[\w-]+:firehose:[\w-]+:\d{12}:deliverystream\/amazon-apigateway-[\w.-]+$/;

const { replace } = rulesOf<AccessLogSettings>();

export const accessLogRules = [
  replace('/destinationArn', 'destinationArn', optional(readDestination)),
  replace('/format', 'format', optional(readFormat)),
];

/** Whether the logs go to CloudWatch Logs, which the account must have given a role for (features A1.14). */
export function writesToLogGroup(settings: AccessLogSettings | undefined): boolean {
  return settings?.destinationArn !== undefined && LOG_GROUP.test(settings.destinationArn);
}

/**
 * A stage writes with the rights of its own account, so a log group of another is out of its reach.
 * @throws {ServiceError} 400; the text is ours
 */
export function checkLogOwner(settings: AccessLogSettings | undefined, accountId: string): void {
  if (!writesToLogGroup(settings) || settings?.destinationArn?.split(':')[4] === accountId) return;
  throw badRequest('Invalid ARN specified in the request: access logs go to log groups of the same account');
}

/** @throws {ServiceError} 400; the texts are ours */
function readDestination(value = ''): string {
  const group = LOG_GROUP.exec(value)?.[1];
  if (group !== undefined) return group;
  if (FIREHOSE_STREAM.test(value)) return value;
  throw badRequest(
    'Invalid ARN specified in the request: access logs go to a CloudWatch Logs log group or to a Firehose stream whose name begins with amazon-apigateway-',
  );
}

/**
 * One line, perhaps with its end, with an id of the request in it (telemetry E.2; guide page set-up-logging).
 * @throws {ServiceError} 400 with AWS's texts (reported by its users); that for too long a format is ours
 */
function readFormat(value = ''): string {
  if (Buffer.byteLength(value) > LIMITS.accessLogFormatBytes) {
    throw badRequest(`The access log format can have at most ${LIMITS.accessLogFormatBytes} bytes`);
  }
  if (/[\r\n]/.test(value.replace(/\r?\n$/, ''))) {
    throw badRequest(
      `Access Log format must be single line, new line character is allowed only at end of the format: '${value}'`,
    );
  }
  if (!/\$\{?context\.(?:requestId|extendedRequestId)\b/.test(value)) {
    throw badRequest(
      `Access Log format must include either $context.requestId or $context.extendedRequestId : '${value}'`,
    );
  }
  return value;
}

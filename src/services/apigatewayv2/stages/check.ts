import { ServiceError } from '../../../aws/index.ts';
import type { HttpApiDefinition, HttpRouteSettings, HttpStage, Scope } from '../../../model/index.ts';
import { checkLength } from '../check-texts.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

/** What an input may say of a stage. */
type Asked = Omit<In<'createStage'>, 'ApiId' | 'StageName' | 'Tags'>;
type AskedSettings = NonNullable<Asked['DefaultRouteSettings']>;

/** `$default`, or as a REST API's stage (features A8.1). @throws {ServiceError} 400 */
export function checkStageName(name: string): void {
  if (name === '$default' || (/^[\w-]+$/.test(name) && name.length <= LIMITS.stageNameLength)) return;
  throw badRequest('Stage name only allows a-zA-Z0-9_- and $default');
}

/**
 * What an input sets of a stage.
 * @param definition where keys of route settings must be routes
 * @throws {ServiceError} 400, 404
 */
export function readStage(asked: Asked, definition: HttpApiDefinition, scope: Scope): Partial<HttpStage> {
  const { AutoDeploy, Description, StageVariables, DefaultRouteSettings, RouteSettings, AccessLogSettings } = asked;
  if (asked.ClientCertificateId) throw badRequest('Client certificates are not supported for HTTP APIs.');
  checkLength('Description', Description, LIMITS.descriptionLength);
  checkVariables(StageVariables ?? {});
  checkRouteKeys(Object.keys(RouteSettings ?? {}), definition);
  checkLength('Format', AccessLogSettings?.Format, LIMITS.accessLogFormatLength);
  checkLogOwner(AccessLogSettings?.DestinationArn, scope);
  return {
    ...(AutoDeploy !== undefined && { AutoDeploy }),
    ...(Description !== undefined && { Description }),
    ...(StageVariables && { StageVariables }),
    ...(DefaultRouteSettings && {
      DefaultRouteSettings: { DetailedMetricsEnabled: false, ...readSettings(DefaultRouteSettings) },
    }),
    ...(RouteSettings && {
      RouteSettings: Object.fromEntries(
        Object.entries(RouteSettings).map(([key, settings]) => [key, readSettings(settings)]),
      ),
    }),
    ...(AccessLogSettings && {
      AccessLogSettings: {
        ...(AccessLogSettings.DestinationArn && { DestinationArn: AccessLogSettings.DestinationArn }),
        ...(AccessLogSettings.Format && { Format: AccessLogSettings.Format }),
      },
    }),
  };
}

/**
 * A stage writes with the rights of its own account, so a log group of another is out of its reach.
 * @throws {ServiceError} 400; the text is ours
 */
function checkLogOwner(destinationArn: string | undefined, { accountId }: Scope): void {
  const owner = /^arn:[\w-]+:logs:[\w-]*:(\d*):/.exec(destinationArn ?? '')?.[1];
  if (owner === undefined || owner === accountId) return;
  throw badRequest('Invalid ARN specified in the request: access logs go to log groups of the same account');
}

/** @throws {ServiceError} 404 with AWS's text (reported by users) */
function checkRouteKeys(keys: readonly string[], { routes }: HttpApiDefinition): void {
  const unknown = keys.find((key) => !routes.some(({ RouteKey }) => RouteKey === key));
  if (unknown === undefined) return;
  throw new ServiceError(
    'NotFoundException',
    404,
    `Unable to find Route by key ${unknown} within the provided RouteSettings`,
  );
}

/** HTTP APIs have no execution logs (fact D137). @throws {ServiceError} 400 with AWS's text (reported by users) */
function readSettings(asked: AskedSettings): HttpRouteSettings {
  const { DataTraceEnabled, LoggingLevel, DetailedMetricsEnabled, ThrottlingBurstLimit, ThrottlingRateLimit } = asked;
  if (DataTraceEnabled || (LoggingLevel !== undefined && LoggingLevel !== 'OFF')) {
    throw badRequest('Execution logs are not supported on protocolType HTTP');
  }
  for (const limit of [ThrottlingBurstLimit, ThrottlingRateLimit]) {
    if (limit !== undefined && !(limit >= 0)) throw badRequest('Throttling limits must not be negative.');
  }
  return {
    ...(DetailedMetricsEnabled !== undefined && { DetailedMetricsEnabled }),
    ...(ThrottlingBurstLimit !== undefined && { ThrottlingBurstLimit }),
    ...(ThrottlingRateLimit !== undefined && { ThrottlingRateLimit }),
  };
}

type Variables = Readonly<Record<string, string>>;

/**
 * Variables after an update: those that it does not name stay, and what it sets to nothing goes. Terraform's provider counts on both
 * (resource aws_apigatewayv2_stage).
 */
export function mergedVariables(before: Variables, change: Variables | undefined): Variables {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));
}

/** @throws {ServiceError} 400; worded like those of REST APIs */
function checkVariables(variables: Variables): void {
  const { count, nameLength, valueLength } = LIMITS.stageVariables;
  if (Object.keys(variables).length > count) throw badRequest(`A stage can have at most ${count} stage variables`);
  for (const [name, value] of Object.entries(variables)) {
    if (!/^\w+$/.test(name) || name.length > nameLength) {
      throw badRequest(`Invalid variable name: '${name}'. Please use names with alphanumeric characters and '_'.`);
    }
    if (!/^[A-Za-z0-9 \-._~:/?#&=,]*$/.test(value) || value.length > valueLength) {
      throw badRequest(`Invalid variable value: '${value}'.`);
    }
  }
}

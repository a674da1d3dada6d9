import type { Integration, Method, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { requireVpcLink } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { readHttpMethod } from '../http-method.ts';
import { type AccountLimits, LIMITS } from '../limits.ts';
import {
  checkParameterName,
  invalidExpression,
  invalidExpressionParameter,
  readMappingSource,
  readRequestParameter,
} from '../mapping-expressions.ts';
import { checkTemplates } from '../templates.ts';
import { timeoutRefusal } from './patches.ts';
import { checkUri } from './uri.ts';

/**
 * Checks an integration as a whole, against the method that it belongs to.
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkIntegration(integration: Integration, method: Method, limits: AccountLimits): void {
  if (integration.type !== 'MOCK' && !integration.httpMethod) {
    throw badRequest('Enumeration value for HttpMethod must be non-empty');
  }
  // Files often write the verb in small letters.
  if (integration.httpMethod) readHttpMethod(integration.httpMethod.toUpperCase());
  checkCredentials(integration.credentials);
  checkUri(integration.type, integration.uri, integration.credentials);
  checkConnection(integration);
  checkTransferMode(integration);
  const timeoutMs = streams(integration) ? LIMITS.streamTimeoutMs : limits.integrationTimeoutMs;
  checkTimeout(integration.timeoutInMillis, timeoutMs);
  checkTemplates(integration.requestTemplates);
  checkRequestParameters(integration, method);
  checkCacheKeyParameters(integration, method);
}

/**
 * A role of any account, or `arn:aws:iam::*:user/*`; stage variables may stand in it (fact D66; refused so even where nothing is
 * signed: aws/aws-sdk-java, issue 860).
 */
function checkCredentials(credentials: string | undefined): void {
  if (credentials && !IDENTITY.test(credentials)) throw badRequest('Invalid ARN specified in the request');
}

const IDENTITY = /^arn:[^:]+:iam::[^:]*:./;

/** A target names a listener or a load balancer behind the VPC link (features A5.7); its texts are ours. */
function checkConnection({ connectionType, connectionId, integrationTarget }: Integration): void {
  if (connectionType === 'VPC_LINK' && !connectionId) {
    throw badRequest('Vpc Link id must be specified for connection type VPC_LINK');
  }
  if (integrationTarget === undefined) return;
  if (connectionType !== 'VPC_LINK') {
    throw badRequest('An integration target can only be specified for connection type VPC_LINK');
  }
  if (!LOAD_BALANCER.test(integrationTarget)) throw badRequest('Invalid ARN specified in the request');
}

const LOAD_BALANCER = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:(?:listener|loadbalancer)\/[\w/-]+$/;

/**
 * A VPC link's id may come from a stage variable (recorded); a plain one must name a link.
 * @throws {ServiceError} 404
 */
export async function checkVpcLink(reader: Reader, scope: Scope, integration: Integration): Promise<void> {
  const { connectionType, connectionId = '' } = integration;
  if (connectionType !== 'VPC_LINK' || connectionId.includes('${stageVariables.')) return;
  await requireVpcLink(reader, scope, connectionId);
}

export function streams({ responseTransferMode }: Integration): boolean {
  return responseTransferMode === 'STREAM';
}

/** Proxy integrations alone stream (fact D69); the text is ours. */
function checkTransferMode(integration: Integration): void {
  if (!streams(integration) || integration.type === 'HTTP_PROXY' || integration.type === 'AWS_PROXY') return;
  throw badRequest('The responseTransferMode STREAM is only supported for HTTP_PROXY and AWS_PROXY integrations');
}

function checkTimeout(timeoutMs: number, range: AccountLimits['integrationTimeoutMs']): void {
  if (timeoutMs < range.min || timeoutMs > range.max) throw badRequest(timeoutRefusal(range));
}

/** `integration.request.LOCATION.NAME` from a source; a parameter of the method must be declared there (recorded). */
function checkRequestParameters({ requestParameters = {} }: Integration, method: Method): void {
  for (const [key, expression] of Object.entries(requestParameters)) {
    const target = readRequestParameter(key, 'integration');
    if (!target || target.location.startsWith('multivalue')) throw invalidExpressionParameter(key);
    checkParameterName(target.name);
    const source = readMappingSource(expression);
    if (!source || source.kind.startsWith('integrationResponse')) throw invalidExpression(expression);
    if (source.kind === 'methodRequest' && !declares(method, expression)) throw invalidExpressionParameter(expression);
  }
}

/** Each must be a parameter that the method declares or that the integration maps (fact D167, recorded). */
function checkCacheKeyParameters({ cacheKeyParameters, requestParameters = {} }: Integration, method: Method): void {
  for (const parameter of cacheKeyParameters) {
    if (!declares(method, parameter) && !Object.hasOwn(requestParameters, parameter)) {
      throw badRequest('Invalid cache key parameter specified');
    }
  }
}

/** A parameter with all its values is declared by its plain name. */
function declares({ requestParameters = {} }: Method, expression: string): boolean {
  return Object.hasOwn(requestParameters, expression.replace('.multivalue', '.'));
}

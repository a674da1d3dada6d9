import type { HttpIntegration } from '../../../model/index.ts';
import { checkLength } from '../check-texts.ts';
import { badRequest, notSupported } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkRequestParameters, checkResponseParameters } from './parameters.ts';

/** What an input may say of an integration. */
type Asked = Omit<In<'createIntegration'>, 'ApiId'>;

/** A function's ARN, by itself or in the form of its invocation. */
const FUNCTION =
  /^(?:arn:[\w-]+:apigateway:[\w-]+:lambda:path\/2015-03-31\/functions\/)?arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w${}.-]+(?::[\w${}.$-]+)?(?:\/invocations)?$/;
const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

/**
 * The integration that an input asks for, without its id (features A3.5, A3.8, A3.13).
 * @throws {ServiceError} 400; 501 for what is not built
 */
export function readIntegration(asked: Asked): Omit<HttpIntegration, 'IntegrationId'> {
  const { IntegrationType, IntegrationUri = '', CredentialsArn, Description, TlsConfig } = asked;
  if (IntegrationType !== 'AWS_PROXY' && IntegrationType !== 'HTTP_PROXY') throw badRequest(ONLY_PROXIES);
  if (asked.IntegrationSubtype) throw notSupported(`the integration subtype ${asked.IntegrationSubtype}`);
  if (asked.ConnectionType === 'VPC_LINK') throw notSupported('private integrations of HTTP APIs');
  refuseOfWebSockets(asked);
  checkLength('Description', Description, LIMITS.descriptionLength);
  checkRequestParameters(asked.RequestParameters);
  checkResponseParameters(asked.ResponseParameters);
  const PayloadFormatVersion = readVersion(asked.PayloadFormatVersion ?? '1.0');
  if (IntegrationType === 'HTTP_PROXY') checkHttp(asked, PayloadFormatVersion);
  else if (!FUNCTION.test(IntegrationUri)) throw badRequest(`Invalid Integration URI specified: ${IntegrationUri}`);
  const ServerNameToVerify = TlsConfig?.ServerNameToVerify;
  return {
    IntegrationType,
    IntegrationMethod: IntegrationType === 'AWS_PROXY' ? 'POST' : (asked.IntegrationMethod ?? 'ANY'),
    IntegrationUri,
    ConnectionType: 'INTERNET',
    ...(CredentialsArn && { CredentialsArn }),
    ...(Description && { Description }),
    PayloadFormatVersion,
    TimeoutInMillis: readTimeout(asked.TimeoutInMillis),
    ...(hasKeys(asked.RequestParameters) && { RequestParameters: asked.RequestParameters }),
    ...(hasKeys(asked.ResponseParameters) && { ResponseParameters: asked.ResponseParameters }),
    ...(ServerNameToVerify && { TlsConfig: { ServerNameToVerify } }),
  };
}

/** AWS's text (fact D136). */
const ONLY_PROXIES =
  'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)';

function hasKeys<T extends object>(map: T | undefined): map is T {
  return map !== undefined && Object.keys(map).length > 0;
}

/** @throws {ServiceError} 400; the texts are ours */
function checkHttp({ IntegrationMethod, IntegrationUri = '' }: Asked, version: string): void {
  if (version !== '1.0') throw badRequest('HTTP_PROXY integrations only support the payload format version 1.0.');
  if (IntegrationMethod === undefined || !VERBS.includes(IntegrationMethod)) {
    throw badRequest(`Invalid integration method specified. Valid options are ${VERBS.join(',')}`);
  }
  if (!/^https?:\/\/[^\s/?#]+\S*$/i.test(IntegrationUri)) {
    throw badRequest(`Invalid Integration URI specified: ${IntegrationUri}`);
  }
}

function refuseOfWebSockets(asked: Asked): void {
  const others = [asked.ContentHandlingStrategy, asked.PassthroughBehavior, asked.TemplateSelectionExpression];
  if (others.some((setting) => setting !== undefined) || hasKeys(asked.RequestTemplates)) {
    throw badRequest('Templates, passthrough behavior and content handling are only supported for WebSocket APIs.');
  }
}

function readVersion(version: string): '1.0' | '2.0' {
  if (version !== '1.0' && version !== '2.0') {
    throw badRequest('Invalid payload format version specified. Valid options are 1.0,2.0');
  }
  return version;
}

function readTimeout(asked: number | undefined): number {
  const { min, max, default: usual } = LIMITS.timeoutMs;
  const timeout = asked ?? usual;
  if (!Number.isInteger(timeout) || timeout < min || timeout > max) {
    throw badRequest(`Timeout should be between ${min} ms and ${max} ms`);
  }
  return timeout;
}

import { enumViolations, patternViolations, refuseViolations, type Violation } from '../../../aws/index.ts';
import { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from '../../../model/index.ts';
import {
  checkParameterName,
  invalidExpression,
  invalidExpressionParameter,
  readMappingSource,
} from '../mapping-expressions.ts';
import { checkTemplates } from '../templates.ts';

/** In the order in which AWS lists them when it refuses another (recorded). */
const TYPES: readonly GatewayResponseType[] = [
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'MISSING_AUTHENTICATION_TOKEN',
  'BAD_REQUEST_BODY',
  'INVALID_SIGNATURE',
  'INVALID_API_KEY',
  'BAD_REQUEST_PARAMETERS',
  'AUTHORIZER_FAILURE',
  'UNAUTHORIZED',
  'INTEGRATION_TIMEOUT',
  'ACCESS_DENIED',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'WAF_FILTERED',
  'QUOTA_EXCEEDED',
  'THROTTLED',
  'API_CONFIGURATION_ERROR',
  'UNSUPPORTED_MEDIA_TYPE',
  'INTEGRATION_FAILURE',
  'EXPIRED_TOKEN',
];

const STATUS_CODE = { test: /^[1-5]\d\d$/, text: '[1-5]\\d\\d' };

/**
 * @param others violations of the same request, which AWS reports together
 * @throws {ServiceError} 400 `ValidationException` with AWS's text
 */
export function readResponseType(
  responseType: string,
  ...others: readonly (readonly Violation[])[]
): GatewayResponseType {
  const known = GATEWAY_RESPONSE_TYPES.find((type) => type === responseType);
  refuseViolations(...others, enumViolations(responseType, 'responseType', TYPES));
  if (known === undefined) throw new Error(`The lists of gateway response types differ at ${responseType}.`);
  return known;
}

export function statusCodeViolations(statusCode: string | undefined): readonly Violation[] {
  return patternViolations(statusCode, 'putGatewayResponseInput.statusCode', STATUS_CODE);
}

/**
 * Keys of the parameters are `gatewayresponse.header.NAME`, and what fills them is static or comes from the request, the
 * context or the stage (fact D85).
 * @throws {ServiceError} 400
 */
export function checkGatewayResponse({ responseParameters, responseTemplates }: GatewayResponse): void {
  checkTemplates(responseTemplates);
  for (const [key, expression] of Object.entries(responseParameters)) {
    const header = /^gatewayresponse\.header\.(.+)$/.exec(key)?.[1];
    if (header === undefined) throw invalidExpressionParameter(key);
    checkParameterName(header);
    const source = readMappingSource(expression);
    const isAllowed =
      source?.kind === 'static' ||
      source?.kind === 'context' ||
      source?.kind === 'stageVariable' ||
      source?.kind === 'methodRequest';
    if (!isAllowed) throw invalidExpression(expression);
  }
}

import type { GatewayResponseType } from '../../../model/index.ts';

/** The statuses that types have by themselves (fact D83, recorded); the two `DEFAULT_` types have none. */
export const DEFAULT_STATUSES: Readonly<Partial<Record<GatewayResponseType, string>>> = {
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
};

/** What every type answers with unless it is told otherwise (recorded). */
export const DEFAULT_TEMPLATES = { 'application/json': '{"message":$context.error.messageString}' } as const;

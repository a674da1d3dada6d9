/** The answers of a gateway that an API can word anew, in the order in which AWS lists them (features A18, recorded). */
export const GATEWAY_RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;
export type GatewayResponseType = (typeof GATEWAY_RESPONSE_TYPES)[number];

/** A `GatewayResponse` that an API defines itself (API reference, `GatewayResponse`); what it leaves alone is stored nowhere. */
export interface GatewayResponse {
  readonly responseType: GatewayResponseType;
  /** Absent leaves the status that the type has by itself (fact D82). */
  readonly statusCode?: string;
  /** `gatewayresponse.header.NAME` to the expression that fills it (fact D85). */
  readonly responseParameters: Readonly<Record<string, string>>;
  /** Content type to template text, in which variables are replaced and nothing else (facts D48, D49). */
  readonly responseTemplates: Readonly<Record<string, string>>;
}

import { MAX_PAYLOAD_BYTES } from '../limits.ts';

/** One row: what a gateway response of a type is by default. */
export type GatewayResponse = JsonResponse | TextResponse;

interface JsonResponse {
  readonly status: number;
  /** Whether an API can word it anew, by a gateway response of the type. */
  readonly isCustomizable: boolean;
  /** AWS tells nobody why an authorizer failed: its message is null (features A18). */
  readonly message: string | null;
  /** The value of `x-amzn-ErrorType`. */
  readonly errorType: string;
  /**
   * How the body's JSON is laid out on AWS, byte for byte: what the front of the gateway answers is written tight, what
   * the part that runs integrations answers has a space after the colon (recorded lengths: 42 and 23 bytes for the former,
   * 36 bytes for `Internal server error`).
   */
  readonly layout: 'tight' | 'spaced';
  /** `Message` for ACCESS_DENIED, as the real answer has it (fact D49). */
  readonly key: 'message' | 'Message';
}

/** No JSON at all, but the bare message. */
interface TextResponse {
  readonly status: number;
  readonly isCustomizable: false;
  readonly message: string;
  readonly layout: 'text';
}

const front = (status: number, message: string | null, errorType: string): JsonResponse => ({
  status,
  isCustomizable: true,
  message,
  errorType,
  layout: 'tight',
  key: 'message',
});

/** What AWS's front answers by itself: no gateway response type stands for it. */
const fixed = (status: number, message: string, errorType: string): JsonResponse => ({
  ...front(status, message, errorType),
  isCustomizable: false,
});

const behind = (status: number, message: string, errorType: string): JsonResponse => ({
  ...front(status, message, errorType),
  layout: 'spaced',
});

/**
 * The types that the data plane gives (features A18, facts D2, D21, D82, D83). FORBIDDEN, REQUEST_URI_TOO_LONG,
 * REQUEST_HEADERS_TOO_LARGE and BAD_REQUEST are answers of AWS's front that no gateway response type stands for; they
 * cannot be customised. REQUEST_TOO_LARGE cannot either (fact D84): recorded on AWS, it is plain text of 44 bytes, while a
 * body too large for Lambda alone gets the JSON of FUNCTION_REQUEST_TOO_LARGE.
 */
export const GATEWAY_RESPONSES = {
  ACCESS_DENIED: {
    ...front(403, 'User is not authorized to access this resource', 'AccessDeniedException'),
    key: 'Message',
  },
  API_CONFIGURATION_ERROR: behind(500, 'Internal server error', 'InternalServerErrorException'),
  AUTHORIZER_CONFIGURATION_ERROR: front(500, null, 'AuthorizerConfigurationException'),
  AUTHORIZER_FAILURE: front(500, null, 'AuthorizerConfigurationException'),
  BAD_REQUEST: fixed(400, 'Bad Request', 'BadRequestException'),
  BAD_REQUEST_BODY: behind(400, 'Invalid request body', 'BadRequestException'),
  BAD_REQUEST_PARAMETERS: behind(400, 'Missing required request parameters', 'BadRequestException'),
  EXPIRED_TOKEN: front(403, 'The security token included in the request is expired', 'ExpiredTokenException'),
  FORBIDDEN: fixed(403, 'Forbidden', 'ForbiddenException'),
  FUNCTION_REQUEST_TOO_LARGE: { ...behind(413, 'Request Too Long', 'BadRequestException'), isCustomizable: false },
  INTEGRATION_FAILURE: behind(504, 'Internal server error', 'InternalServerErrorException'),
  INTEGRATION_TIMEOUT: behind(504, 'Endpoint request timed out', 'InternalServerErrorException'),
  INVALID_API_KEY: front(403, 'Forbidden', 'ForbiddenException'),
  /** The message is always the signature's own. */
  INVALID_SIGNATURE: front(403, 'Forbidden', 'InvalidSignatureException'),
  MISSING_AUTHENTICATION_TOKEN: front(403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'),
  /** Ours alone: on AWS no request arrives that names no API. */
  NOT_ADDRESSED: fixed(
    404,
    'No API is addressed. Call http://{apiId}.execute-api.localhost:{port}/{stage}/{path}, ' +
      'or this host at /restapis/{apiId}/{stage}/_user_request_/{path}.',
    'NotFoundException',
  ),
  QUOTA_EXCEEDED: front(429, 'Limit Exceeded', 'LimitExceededException'),
  REQUEST_HEADERS_TOO_LARGE: fixed(431, 'Request Header Fields Too Large', 'BadRequestException'),
  REQUEST_TOO_LARGE: {
    status: 413,
    isCustomizable: false,
    message: `HTTP content length exceeded ${MAX_PAYLOAD_BYTES} bytes.`,
    layout: 'text',
  },
  REQUEST_URI_TOO_LONG: fixed(414, 'Request URI too long', 'BadRequestException'),
  /** Of HTTP APIs, which word it themselves (fact D125). */
  ROUTE_NOT_FOUND: fixed(404, 'Not Found', 'NotFoundException'),
  THROTTLED: front(429, 'Too Many Requests', 'TooManyRequestsException'),
  UNAUTHORIZED: front(401, 'Unauthorized', 'UnauthorizedException'),
  UNSUPPORTED_MEDIA_TYPE: behind(415, 'Unsupported Media Type', 'BadRequestException'),
} as const satisfies Record<string, GatewayResponse>;

export type GatewayResponseType = keyof typeof GATEWAY_RESPONSES;

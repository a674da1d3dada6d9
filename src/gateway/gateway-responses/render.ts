import { GATEWAY_RESPONSES, type GatewayResponse, type GatewayResponseType } from './table.ts';

/** Why a request ends without the integration's own answer. */
export interface GatewayFailure {
  readonly kind: 'failure';
  readonly type: GatewayResponseType;
  /** Instead of the type's own status (fact D59: INTEGRATION_FAILURE is a 500 or a 502 for functions). */
  readonly status?: number;
  /** Instead of the type's own message. */
  readonly message?: string;
  /** What is wrong with the request's body: `$context.error.validationErrorString`. */
  readonly validationError?: string;
  /** Instead of the type's own `x-amzn-ErrorType`. */
  readonly errorType?: string;
  /** Header fields that go with it; HTTP APIs alone send any. */
  readonly headers?: readonly string[];
  /** For the operator, in the words of AWS's execution log where it has some; never sent to the client. */
  readonly detail?: string;
}

/** A failure as it goes out, but for the ids that every response carries. */
export interface RenderedFailure {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** The message of a failure: `$context.error.message`; AWS has none for some. */
export function messageOf({ type, message }: GatewayFailure): string | null {
  return message ?? GATEWAY_RESPONSES[type].message;
}

/** A failure as it is when the API does not word it itself. */
export function renderFailure(failure: GatewayFailure): RenderedFailure {
  const response: GatewayResponse = GATEWAY_RESPONSES[failure.type];
  const status = failure.status ?? response.status;
  const message = messageOf(failure);
  if (response.layout === 'text') {
    const body = Buffer.from(message ?? '');
    return { status, headers: ['Content-Type', 'text/plain; charset=utf-8'], body };
  }
  const separator = response.layout === 'spaced' ? ': ' : ':';
  return {
    status,
    headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', failure.errorType ?? response.errorType],
    body: Buffer.from(`{"${response.key}"${separator}${JSON.stringify(message)}}`),
  };
}

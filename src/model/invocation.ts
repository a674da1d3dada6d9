import type { CallerKey } from './aws-access.ts';

/** How a function is called (Lambda API reference, `Invoke`, header `X-Amz-Invocation-Type`). */
export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

/** Who calls, as a function's resource policy sees it (fact D62). Absent when an identity with its own rights calls. */
export interface InvocationSource {
  /** A service principal such as `apigateway.amazonaws.com`. */
  readonly principal: string;
  /** For an API method: `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/path`. */
  readonly sourceArn: string;
}

/** Whose own rights count, because an integration has credentials (fact D66): an IAM role, or whoever calls the method. */
export type InvocationIdentity =
  /** The account is that of whoever named the role, which must be the role's. */
  | { readonly kind: 'role'; readonly roleArn: string; readonly accountId: string }
  /** The key is absent where nobody signed, as in a test of a method. */
  | { readonly kind: 'caller'; readonly key?: CallerKey };

export interface InvocationRequest {
  /** UUID: what the function sees as `awsRequestId`, and what its log lines carry. Made up when absent. */
  readonly requestId?: string;
  /** With or without a qualifier. */
  readonly functionArn: string;
  /** UTF-8 JSON. */
  readonly payload: Uint8Array;
  readonly type: InvocationType;
  /** The caller whose permission the function's policy must grant. */
  readonly source?: InvocationSource | undefined;
  /** Or the identity whose policies must. */
  readonly identity?: InvocationIdentity | undefined;
  /** Sent on to the function as `Lambda-Runtime-Trace-Id`. */
  readonly traceId?: string;
  /** Base64 JSON, `X-Amz-Client-Context`. */
  readonly clientContext?: string;
}

/** The function ran (perhaps into an error of its own), or was accepted to run. */
export interface InvocationSuccess {
  readonly kind: 'invoked';
  /** 200 RequestResponse, 202 Event, 204 DryRun. */
  readonly statusCode: 200 | 202 | 204;
  /** The function's answer as UTF-8 JSON, or its error object when `functionError` is set; empty for 202 and 204. */
  readonly payload: Uint8Array;
  /** `Unhandled` (or `Handled`) when the function failed; what failed is in the payload (`errorMessage`, `errorType`). */
  readonly functionError?: string | undefined;
  /** The last 4 KB of the invocation's log, plain text. */
  readonly logTail: string;
  /** `$LATEST` or a version number. */
  readonly executedVersion: string;
}

/** The function was not called. */
export interface InvocationRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'NotFound'
    | 'AccessDenied'
    | 'TooManyRequests'
    | 'RequestTooLarge'
    | 'InvalidRequest'
    | 'ServiceFailure';
  readonly message: string;
  /** With `TooManyRequests`: which limit it was, in the words of the Lambda API (`Reason`). */
  readonly throttle?: 'ReservedFunctionConcurrentInvocationLimitExceeded' | 'ConcurrentInvocationLimitExceeded';
}

export type InvocationResult = InvocationSuccess | InvocationRefusal;

/** A function's answer as it comes (Lambda API reference, `InvokeWithResponseStream`). */
export interface StreamedInvocation {
  readonly kind: 'streaming';
  /** `$LATEST` or a version number. */
  readonly executedVersion: string;
  /** What the function says that it sends; `application/octet-stream` when it says nothing. */
  readonly contentType: string;
  /**
   * The pieces, and how it ended as the iterator's return value. Never throws for what the function does. A reader that
   * leaves (`return`) does not end the function: it runs on, unheard.
   */
  readonly body: AsyncIterator<Uint8Array, StreamEnd>;
}

/** How a streamed answer ended. */
export interface StreamEnd {
  /** Set when the function failed, before its first piece or after some. */
  readonly error?: StreamError;
  /** The last 4 KB of the invocation's log, plain text. */
  readonly logTail: string;
}

export interface StreamError {
  /** `Unhandled`, or what the function's runtime calls it. */
  readonly code: string;
  /** The error object as UTF-8 JSON. */
  readonly details: string;
}

export type StreamingResult = StreamedInvocation | InvocationRefusal;

/**
 * Calls functions. The same words in the control process (where instances live) and in a worker (where they are sent to
 * the control process). Never rejects for what a function does; it rejects only when `signal` aborts.
 */
export interface FunctionInvoker {
  invoke(request: InvocationRequest, signal?: AbortSignal): Promise<InvocationResult>;
}

/** Calls functions for whole answers, and for answers as they come. */
export interface StreamingInvoker extends FunctionInvoker {
  /** Waits for the answer to begin. */
  invokeStreaming(request: Omit<InvocationRequest, 'type'>, signal?: AbortSignal): Promise<StreamingResult>;
}

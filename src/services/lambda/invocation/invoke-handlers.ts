import { enumViolations, refuseViolations, type ServiceError } from '../../../aws/index.ts';
import type { InvocationRefusal, StreamedInvocation, StreamingInvoker } from '../../../model/index.ts';
import { functionNotFound, invalidParameter, userError } from '../errors.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import type { In, LambdaHandlers } from '../types.ts';

const TYPES = ['Event', 'RequestResponse', 'DryRun'] as const;
const STREAMED_TYPES = ['RequestResponse', 'DryRun'];

/** API reference, `Invoke`, `InvokeWithResponseStream`. The call's id is the invocation's. */
export function invokeHandlers(
  invoker: StreamingInvoker,
): Required<Pick<LambdaHandlers, 'invoke' | 'invokeWithResponseStream'>> {
  return {
    async invoke(input, { scope, requestId }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      refuseViolations(
        enumViolations(input.InvocationType, 'invocationType', TYPES),
        enumViolations(input.LogType, 'logType', ['None', 'Tail']),
      );
      checkContent(input);
      const result = await invoker.invoke({
        requestId,
        functionArn: qualifiedArn(reference),
        payload: input.Payload ?? new Uint8Array(),
        type: TYPES.find((type) => type === input.InvocationType) ?? 'RequestResponse',
        ...(input.ClientContext !== undefined && { clientContext: input.ClientContext }),
      });
      if (result.kind === 'refused') throw toServiceError(result, versionArn(reference));
      if (result.statusCode !== 200) return { StatusCode: result.statusCode };
      return {
        StatusCode: 200,
        ExecutedVersion: result.executedVersion,
        Payload: result.payload,
        ...(result.functionError !== undefined && { FunctionError: result.functionError }),
        ...(input.LogType === 'Tail' && { LogResult: Buffer.from(result.logTail).toString('base64') }),
      };
    },

    async invokeWithResponseStream(input, { scope, requestId }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      refuseViolations(
        enumViolations(input.InvocationType, 'invocationType', STREAMED_TYPES),
        enumViolations(input.LogType, 'logType', ['None', 'Tail']),
      );
      checkContent(input);
      const request = {
        requestId,
        functionArn: qualifiedArn(reference),
        payload: input.Payload ?? new Uint8Array(),
        ...(input.ClientContext !== undefined && { clientContext: input.ClientContext }),
      };
      if (input.InvocationType === 'DryRun') {
        const result = await invoker.invoke({ ...request, type: 'DryRun' });
        if (result.kind === 'refused') throw toServiceError(result, versionArn(reference));
        return { StatusCode: 204 };
      }
      const result = await invoker.invokeStreaming(request);
      if (result.kind === 'refused') throw toServiceError(result, versionArn(reference));
      return {
        StatusCode: 200,
        ExecutedVersion: result.executedVersion,
        ResponseStreamContentType: 'application/vnd.amazon.eventstream',
        EventStream: toEvents(result, input.LogType === 'Tail'),
      };
    },
  };
}

type StreamEvent =
  | { readonly PayloadChunk: { readonly Payload: Uint8Array } }
  | {
      readonly InvokeComplete: {
        readonly ErrorCode?: string;
        readonly ErrorDetails?: string;
        readonly LogResult?: string;
      };
    };

async function* toEvents({ body }: StreamedInvocation, withLog: boolean): AsyncGenerator<StreamEvent, void, void> {
  let isOver = false;
  try {
    for (;;) {
      const next = await body.next();
      if (next.done !== true) {
        yield { PayloadChunk: { Payload: next.value } };
        continue;
      }
      isOver = true;
      const { error, logTail } = next.value;
      const LogResult = Buffer.from(logTail).toString('base64');
      yield {
        InvokeComplete: {
          ...(error && { ErrorCode: error.code, ErrorDetails: error.details }),
          ...(withLog && { LogResult }),
        },
      };
      return;
    }
  } finally {
    if (!isOver) await body.return?.();
  }
}

function versionArn({ arn, qualifier }: FunctionReference): string {
  return `${arn}:${qualifier ?? '$LATEST'}`;
}

/** The payload is JSON or nothing; AWS's words, the parser's own part differs (recorded: `test_lambda_invoke_payload_encoding_error`). */
function checkContent(input: Pick<In<'invoke'>, 'Payload' | 'ClientContext'>): void {
  if (input.Payload !== undefined && input.Payload.byteLength > 0) {
    const problem = jsonProblem(input.Payload);
    if (problem !== undefined) {
      const message = `Could not parse request body into json: Could not parse payload into json: ${problem}`;
      throw userError('InvalidRequestContentException', 400, message);
    }
  }
  const context = input.ClientContext;
  if (context !== undefined && jsonProblem(Buffer.from(context, 'base64')) !== undefined) {
    throw invalidParameter('Client context must be a valid Base64-encoded JSON object.');
  }
}

function jsonProblem(bytes: Uint8Array): string | undefined {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Recorded: `test_invoke_exceptions` (November 2025: with `$LATEST`), `exc_no_cap_requestresponse`. */
function toServiceError({ reason, message, throttle }: InvocationRefusal, arn: string): ServiceError {
  switch (reason) {
    case 'NotFound':
      return functionNotFound(arn);
    case 'TooManyRequests':
      return userError('TooManyRequestsException', 429, message, {
        Reason: throttle ?? 'ConcurrentInvocationLimitExceeded',
      });
    case 'RequestTooLarge':
      return userError('RequestTooLargeException', 413, message);
    case 'AccessDenied':
      return userError('AccessDeniedException', 403, message);
    case 'InvalidRequest':
      return invalidParameter(message);
    case 'ServiceFailure':
      return userError('ServiceException', 500, message, { Type: 'Service' });
  }
}

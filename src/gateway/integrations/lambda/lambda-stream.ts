import { type BodySource, UpstreamError } from '../../../http/index.ts';
import type { Integration, StreamEnd, StreamedInvocation, StreamingResult } from '../../../model/index.ts';
import { clientHeaders } from '../../headers/index.ts';
import {
  type CompileScope,
  configurationError,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
} from '../../method/index.ts';
import { takeRequestBody } from '../../pipeline/request-body.ts';
import { streamedBody, streamPace } from '../streaming/index.ts';
import { Deadline } from './deadline.ts';
import { type FunctionCall, tellCall } from './invoke.ts';
import { proxyCall } from './lambda-proxy.ts';
import { compileProxyEvent } from './proxy-event.ts';
import { badGateway, refusal } from './proxy-failures.ts';
import type { ProxyHead } from './proxy-output.ts';
import { readStreamHead } from './stream-head.ts';

type Body = AsyncIterator<Uint8Array, StreamEnd>;

/**
 * Compiles an AWS_PROXY integration whose function streams its answer (facts D69 to D71): the event is that of any proxy
 * integration, the answer goes to the client as it comes, behind the metadata that it begins with.
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileLambdaStream(
  integration: Integration,
  functionArn: string,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  const call = proxyCall(integration, functionArn, place, scope);
  const eventOf = compileProxyEvent(place, scope);
  const pace = streamPace(scope);
  return {
    async invoke(request) {
      request.context.isStreamed = true;
      const taken = takeRequestBody(request);
      const body = taken instanceof Promise ? await taken : taken;
      if (body.kind !== 'body') return body;
      const event = eventOf(request, body.bytes);
      const deadline = new Deadline(call.timeoutMs, request.exchange);
      const outcome = await deadline
        .unlessOver(answer(scope, call, event, request, deadline))
        .catch((error: unknown) => {
          if (deadline.outcome !== undefined) return deadline.outcome;
          deadline.clear();
          throw error;
        });
      if (outcome.kind !== 'head') {
        deadline.clear();
        return outcome;
      }
      return response(outcome.head, streamedBody(outcome.body, pace), request);
    },
  };
}

type Answer = { readonly kind: 'head'; readonly head: ProxyHead; readonly body: BodySource } | MethodOutcome;

async function answer(
  scope: CompileScope,
  call: FunctionCall,
  event: Uint8Array,
  request: MethodRequest,
  deadline: Deadline,
): Promise<Answer> {
  const result = await open(scope, call, event, request, deadline.signal);
  if (result.kind === 'refused') return refusal(result);
  tellStream(result, request);
  const leave = () => void result.body.return?.();
  if (deadline.outcome !== undefined) {
    leave();
    return deadline.outcome;
  }
  deadline.signal.addEventListener('abort', leave, { once: true });
  const begun = await readStreamHead(result.body);
  if (begun.kind === 'head')
    return { kind: 'head', head: begun.head, body: remaining(begun.rest, result.body, deadline) };
  leave();
  if (begun.kind === 'failed') return badGateway('Lambda execution failed with an error of the function');
  return configurationError('Malformed Lambda proxy response');
}

function open(
  scope: CompileScope,
  call: FunctionCall,
  payload: Uint8Array,
  request: MethodRequest,
  signal: AbortSignal,
): Promise<StreamingResult> {
  const { functionArn } = call;
  const rights = call.rights(request);
  tellCall(call, 'response-streaming-invocations', payload, request);
  const { traceId } = request.context;
  return scope.functions.invokeStreaming({ functionArn, payload, traceId, ...rights }, signal);
}

function tellStream({ contentType, executedVersion }: StreamedInvocation, { context }: MethodRequest): void {
  context.integrationStatus = 200;
  const headers = ['Content-Type', contentType, 'X-Amz-Executed-Version', executedVersion];
  context.trace?.record({ kind: 'integrationResponse', status: 200, headers, body: undefined });
}

/** The length that a function declares is the response's own; without one the answer is sent in chunks (fact D70). */
function response({ status, headers }: ProxyHead, body: BodySource, request: MethodRequest): MethodOutcome {
  request.context.functionStatus = status;
  const lengthAt = headers.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === 'content-length');
  const length = lengthAt < 0 ? undefined : headers[lengthAt + 1];
  const declared = length !== undefined && /^\d{1,15}$/.test(length);
  const others = declared ? headers.filter((_, at) => at !== lengthAt && at !== lengthAt + 1) : headers;
  return {
    kind: 'response',
    status,
    headers: [
      ...clientHeaders(others, 'lambda-proxy'),
      ...(declared ? ['Content-Length', length] : []),
      'X-Amzn-Trace-Id',
      request.context.traceId,
    ],
    body,
    streamed: true,
  };
}

/** What follows the metadata. An error in the middle breaks the client's connection off: there is no other way to tell it. */
function remaining(rest: Uint8Array, body: Body, deadline: Deadline): BodySource {
  let first: Uint8Array | undefined = rest.length === 0 ? undefined : rest;
  const iterator: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      if (first !== undefined) {
        const value = first;
        first = undefined;
        return { done: false, value };
      }
      const next = await deadline.unlessOver(body.next());
      if (next.done !== true) return next;
      deadline.clear();
      const { error } = next.value;
      if (error !== undefined) throw new UpstreamError('reset', `The function failed in its answer: ${error.code}`);
      return { done: true, value: undefined };
    },
    async return() {
      deadline.clear();
      // Not waited for: the function may take its time to notice.
      void body.return?.();
      return { done: true, value: undefined };
    },
  };
  return iterator;
}

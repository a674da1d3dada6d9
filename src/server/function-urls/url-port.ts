import { ServiceError } from '../../aws/index.ts';
import type { AdmitCaller } from '../../control/index.ts';
import { BodyTooLargeError, type Exchange } from '../../http/index.ts';
import type { InvocationRefusal, StreamEnd } from '../../model/index.ts';
import type { LambdaService } from '../../services/lambda/index.ts';
import { headerOf } from '../header-of.ts';
import { corsFields, preflightFields } from './cors.ts';
import { readAnswer, readMetadata } from './url-answer.ts';
import { identify, refusalText } from './url-caller.ts';
import { urlEvent } from './url-event.ts';

export interface FunctionUrlPort {
  /** Whether a request's host is that of a function URL. */
  isFor(exchange: Exchange): boolean;
  handle(exchange: Exchange): void;
}

export interface FunctionUrlOptions {
  readonly lambda: Pick<LambdaService, 'findUrl' | 'invoker'>;
  /** Every account there is: a URL does not say whose it is. */
  readonly accountIds: readonly string[];
  /** Judges callers of URLs that ask for a signature. */
  readonly admit: AdmitCaller;
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  onError(error: unknown, requestId: string): void;
}

const HOST = /^([0-9a-f]{32})\.lambda-url\.([a-z0-9-]+)\./;
const JSON_TYPE = ['Content-Type', 'application/json'];
/** Metadata and their delimiter stand within so many bytes, as in REST APIs (fact D70). */
const MAX_HEAD_BYTES = 16_384;
const DELIMITER = Buffer.alloc(8);

export function createFunctionUrlPort(options: FunctionUrlOptions): FunctionUrlPort {
  const { lambda, accountIds, admit, now, uuid, onError } = options;

  const find = async (urlId: string, region: string) => {
    for (const accountId of accountIds) {
      const scope = { accountId, region };
      const url = await lambda.findUrl(scope, urlId);
      if (url !== undefined) return { scope, url };
    }
    return undefined;
  };

  const serve = async (exchange: Exchange, requestId: string): Promise<void> => {
    const [, urlId = '', region = ''] = HOST.exec(headerOf(exchange.headers, 'host') ?? '') ?? [];
    const found = await find(urlId, region);
    if (found === undefined) return respond(exchange, 403, '{"Message":null}');
    const { scope, url } = found;
    const preflight = preflightFields(url.cors, exchange.method, exchange.headers);
    if (preflight !== undefined) return exchange.respond(200, preflight, Buffer.alloc(0));
    const cors = corsFields(url.cors, exchange.headers);
    const nowMs = now();
    const caller = await identify(exchange, url, { requestId, scope, nowMs }, admit);
    if (caller instanceof ServiceError) {
      return respond(exchange, caller.statusCode, refusalText(caller), ['x-amzn-ErrorType', caller.code, ...cors]);
    }
    const payload = urlEvent(exchange, caller, { urlId, requestId, nowMs, accountId: scope.accountId });
    const request = { requestId, functionArn: url.functionArn, payload };
    if (url.invokeMode === 'RESPONSE_STREAM') return stream(exchange, request, cors);
    const result = await lambda.invoker.invoke({ ...request, type: 'RequestResponse' });
    if (result.kind === 'refused') return refuse(exchange, result, cors);
    if (result.functionError !== undefined) return respond(exchange, 502, 'Internal Server Error', cors);
    const answer = readAnswer(result.payload);
    exchange.respond(answer.status, [...answer.headers, 'x-amzn-RequestId', requestId, ...cors], answer.body);
  };

  const stream = async (
    exchange: Exchange,
    request: { readonly requestId: string; readonly functionArn: string; readonly payload: Uint8Array },
    cors: readonly string[],
  ): Promise<void> => {
    const result = await lambda.invoker.invokeStreaming(request);
    if (result.kind === 'refused') return refuse(exchange, result, cors);
    const own = ['x-amzn-RequestId', request.requestId, ...cors];
    if (result.contentType !== 'application/vnd.awslambda.http-integration-response') {
      const headers = ['Content-Type', result.contentType, ...own];
      return exchange.respond(200, headers, remaining(new Uint8Array(), result.body));
    }
    const head = await readStreamHead(result.body);
    if (head === undefined) {
      void result.body.return?.();
      return respond(exchange, 502, 'Internal Server Error', cors);
    }
    exchange.respond(head.status, [...head.headers, ...own], remaining(head.rest, result.body));
  };

  return {
    isFor: ({ headers }) => HOST.test(headerOf(headers, 'host') ?? ''),
    handle(exchange) {
      const requestId = uuid();
      serve(exchange, requestId).catch((error: unknown) => {
        if (exchange.signal.aborted) return;
        if (error instanceof BodyTooLargeError) return respond(exchange, 413, '{"message":"Request Entity Too Large"}');
        onError(error, requestId);
        respond(exchange, 500, '{"Message":"Internal Server Error"}', ['x-amzn-RequestId', requestId]);
      });
    },
  };
}

function respond(exchange: Exchange, status: number, text: string, more: readonly string[] = []): void {
  exchange.respond(status, [...JSON_TYPE, ...more], Buffer.from(text));
}

function refuse(exchange: Exchange, refusal: InvocationRefusal, cors: readonly string[]): void {
  const { reason, message, throttle: Reason = 'ConcurrentInvocationLimitExceeded' } = refusal;
  if (reason === 'TooManyRequests') {
    return respond(exchange, 429, JSON.stringify({ Reason, Type: 'User', message }), cors);
  }
  if (reason === 'NotFound') return respond(exchange, 404, '{"Message":null}', cors);
  respond(exchange, 502, 'Internal Server Error', cors);
}

type Body = AsyncIterator<Uint8Array, StreamEnd>;

async function readStreamHead(body: Body) {
  let read = Buffer.alloc(0);
  while (read.length < MAX_HEAD_BYTES) {
    const next = await body.next();
    if (next.done === true) return undefined;
    read = Buffer.concat([read, next.value]);
    const end = read.indexOf(DELIMITER);
    if (end < 0) continue;
    const head = readMetadata(read.toString('utf8', 0, end));
    return head && { ...head, rest: read.subarray(end + DELIMITER.length) };
  }
  return undefined;
}

/** An error in the middle breaks the connection off. */
async function* remaining(first: Uint8Array, body: Body): AsyncGenerator<Uint8Array, void, void> {
  try {
    if (first.length > 0) yield first;
    for (;;) {
      const next = await body.next();
      if (next.done === true && next.value.error !== undefined) throw new Error('The function failed in its answer.');
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    void body.return?.();
  }
}

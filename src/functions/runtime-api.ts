import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { atEndOfTurn } from '../event-loop/index.ts';
import type { StreamError } from '../model/index.ts';
import type { AnswerSink } from './answer-sink.ts';
import { type InstanceExtensions, serveExtensions } from './extensions/index.ts';

/** One invocation as `GET /invocation/next` hands it to a runtime (Lambda guide, "Using the Lambda runtime API"). */
export interface RuntimeEvent {
  readonly requestId: string;
  readonly functionArn: string;
  /** Milliseconds since the epoch at which the function times out. */
  readonly deadlineMs: number;
  readonly traceId: string;
  /** JSON text without line ends, all of it ASCII. */
  readonly clientContext?: string | undefined;
  readonly payload: Uint8Array;
}

/** What the Runtime API says to a runtime's request. */
export type RuntimeReply = 'accepted' | 'invalid-request-id' | 'invalid-state' | 'too-large';

/** What an instance does with the requests of its runtime. Bodies are as sent: nothing here reads the function's JSON. */
export interface RuntimeApiHandler {
  /** The runtime asks for work; `deliver` answers it, now or later. False when it may not ask in this state. */
  next(deliver: (event: RuntimeEvent) => void): boolean;
  /** The runtime went away while it was asking for work. */
  nextAborted(): void;
  response(requestId: string, body: Uint8Array | 'too-large'): RuntimeReply | Promise<RuntimeReply>;
  /**
   * The runtime begins to stream an answer.
   * @param resume lets the runtime's connection flow again after the sink has paused it
   */
  stream(requestId: string, contentType: string, resume: () => void): AnswerSink | RuntimeReply;
  error(requestId: string, body: Uint8Array | 'too-large'): RuntimeReply | Promise<RuntimeReply>;
  initError(body: Uint8Array | 'too-large'): RuntimeReply;
  /** Who answers the Extensions and the Telemetry API, which share the address. */
  readonly extensions: InstanceExtensions;
}

/** A listener on 127.0.0.1 for one instance; its port is what tells the instance apart. */
export interface RuntimeApi {
  /** `127.0.0.1:PORT`, for AWS_LAMBDA_RUNTIME_API. */
  readonly address: string;
  close(): void;
}

const PREFIX = '/2018-06-01/runtime/';
const NEXT = `${PREFIX}invocation/next`;
const INIT_ERROR = `${PREFIX}init/error`;
/** Not AWS's: see the Node.js bootstrap's `runtime-api.mjs`. */
const AND_NEXT = 'x-sallyport-next';
const MODE = 'lambda-runtime-function-response-mode';
const RESULT = /^\/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/;

const REPLIES: Readonly<Record<RuntimeReply, readonly [status: number, body: string]>> = {
  accepted: [202, '{"status":"OK"}'],
  'invalid-request-id': [400, '{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}'],
  'invalid-state': [403, '{"errorMessage":"State transition is not allowed","errorType":"InvalidStateTransition"}'],
  'too-large': [413, '{"errorMessage":"Exceeded maximum allowed payload size","errorType":"RequestEntityTooLarge"}'],
};

/**
 * @param maxBodyBytes a larger body is read to its end, not kept, and handed on as `too-large`
 * @param admits whether a connection is the instance's own: others on this machine find the port, too. Absent where nobody can tell
 */
export async function listenRuntimeApi(
  handler: RuntimeApiHandler,
  maxBodyBytes: number,
  admits?: (socket: Socket) => Promise<boolean>,
): Promise<RuntimeApi> {
  // Loaded with the first function: a server without one saves the memory.
  const { createServer } = await import('node:http');
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    route(request, response, handler, maxBodyBytes);
  const server = createServer(admits === undefined ? answer : afterCheck(admits, answer));
  // A runtime waits for its next invocation as long as it takes.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Asks once for each connection. */
function afterCheck(
  admits: (socket: Socket) => Promise<boolean>,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const verdicts = new WeakMap<Socket, Promise<boolean>>();
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const verdict = verdicts.get(socket) ?? admits(socket);
    verdicts.set(socket, verdict);
    const isOurs = await verdict;
    // Whoever has left meanwhile is not heard to leave again: what he is given would be lost.
    if (isOurs && !socket.destroyed) answer(request, response);
    else socket.destroy();
  };
}

function route(request: IncomingMessage, response: ServerResponse, handler: RuntimeApiHandler, maxBodyBytes: number) {
  const path = request.url ?? '';
  if (path === NEXT) {
    if (request.method !== 'GET') return send(response, 405, '');
    return next(response, handler);
  }
  const result = RESULT.exec(path);
  // A runtime of ours takes its next invocation in place of the receipt.
  const accept =
    request.headers[AND_NEXT] === undefined
      ? () => send(response, ...REPLIES.accepted)
      : () => atEndOfTurn(() => next(response, handler));
  const wanted = path === INIT_ERROR || result !== null;
  if (!wanted && serveExtensions(request, response, handler.extensions)) return;
  if (!wanted) return send(response, 404, '');
  if (request.method !== 'POST') return send(response, 405, '');

  if (result?.[2] === 'response' && request.headers[MODE] === 'streaming') {
    return readStream(request, response, handler, result[1] ?? '', accept);
  }
  readBody(request, maxBodyBytes, async (body) => {
    const reply = await dispatch(handler, result, body);
    if (reply !== 'accepted') send(response, ...REPLIES[reply]);
    else if (body === 'too-large') send(response, ...REPLIES['too-large']);
    else accept();
  });
}

/**
 * A streamed answer (Lambda guide, "Building a custom runtime", response streaming): the body as it comes, and in its trailers
 * what went wrong in the middle, the error object in base64.
 */
function readStream(
  request: IncomingMessage,
  response: ServerResponse,
  handler: RuntimeApiHandler,
  requestId: string,
  accept: () => void,
) {
  const contentType = request.headers['content-type'] ?? 'application/octet-stream';
  const sink = handler.stream(requestId, contentType, () => request.resume());
  if (typeof sink === 'string') {
    request.resume();
    request.on('end', () => send(response, ...REPLIES[sink]));
    return;
  }
  request.on('data', (piece: Buffer) => {
    if (!sink.write(piece)) request.pause();
  });
  request.on('end', () => {
    sink.end(trailerError(request.trailers));
    accept();
  });
  request.on('close', () => {
    if (!request.complete) sink.cut();
  });
}

function trailerError(trailers: NodeJS.Dict<string>): StreamError | undefined {
  const code = trailers['lambda-runtime-function-error-type'];
  if (code === undefined) return undefined;
  const body = trailers['lambda-runtime-function-error-body'] ?? '';
  return { code, details: Buffer.from(body, 'base64').toString('utf8') };
}

function dispatch(handler: RuntimeApiHandler, result: RegExpExecArray | null, body: Uint8Array | 'too-large') {
  const [, requestId = '', verb] = result ?? [];
  if (verb === 'response') return handler.response(requestId, body);
  if (verb === 'error') return handler.error(requestId, body);
  return handler.initError(body);
}

function next(response: ServerResponse, handler: RuntimeApiHandler) {
  const allowed = handler.next((event) => {
    response.off('close', handler.nextAborted);
    response.writeHead(200, eventHeaders(event));
    response.end(event.payload);
  });
  if (!allowed) return send(response, ...REPLIES['invalid-state']);
  response.on('close', handler.nextAborted);
}

function eventHeaders(event: RuntimeEvent): Record<string, string | number> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': event.payload.byteLength,
    'Lambda-Runtime-Aws-Request-Id': event.requestId,
    'Lambda-Runtime-Deadline-Ms': event.deadlineMs,
    'Lambda-Runtime-Invoked-Function-Arn': event.functionArn,
    'Lambda-Runtime-Trace-Id': event.traceId,
    ...(event.clientContext !== undefined && { 'Lambda-Runtime-Client-Context': event.clientContext }),
  };
}

function readBody(request: IncomingMessage, maxBytes: number, done: (body: Uint8Array | 'too-large') => void) {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) chunks.length = 0;
    else chunks.push(chunk);
  });
  request.on('end', () => {
    if (size > maxBytes) return done('too-large');
    const [only] = chunks;
    done(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
  });
}

function send(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

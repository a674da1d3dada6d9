import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { LimitProfile, RestApi } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';
import { streamedBody } from '../streaming/index.ts';

const keep = closing();
const MB = 1_048_576;

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

async function start(
  serve: Serve,
  restApi: Partial<RestApi> = {},
  limits: LimitProfile = 'relaxed',
  timeoutMs = 900_000,
) {
  const server = createServer(serve);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await keep(Promise.resolve({ close: () => void server.close() }));
  const methodIntegration = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    responseTransferMode: 'STREAM',
    timeoutInMillis: timeoutMs,
  });
  return keep(
    startGateway({ restApi, methods: { '/x': { ANY: { methodIntegration } } } }, undefined, undefined, limits),
  );
}

/** The answer with its body still on its way. */
async function open(port: number, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const path = '/restapis/api1234567/dev/_user_request_/x';
  const request = httpRequest({ host: '127.0.0.1', port, path, headers, agent: false });
  request.on('error', () => undefined);
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

describe('an HTTP_PROXY integration in the mode STREAM (fact D69)', () => {
  it('passes on each piece as it comes', async () => {
    let next: (() => void) | undefined;
    const { port } = await start((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: 1\n\n');
      next = () => response.end('data: 2\n\n');
    });
    const response = await open(port);
    // Fact D70: chunked where the backend gave no length.
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
    const pieces = response[Symbol.asyncIterator]();
    expect(String((await pieces.next()).value)).toBe('data: 1\n\n');
    next?.();
    expect(String((await pieces.next()).value)).toBe('data: 2\n\n');
    expect(await pieces.next()).toMatchObject({ done: true });
  });

  it('passes more than 10 MB, with the backend’s length where it gave one (fact D71)', async () => {
    const body = Buffer.alloc(12 * MB, 'x');
    const { call } = await start((_request, response) => {
      response.setHeader('Content-Length', body.length);
      response.end(body);
    });
    const answer = await call('/x');
    expect(answer.bytes.equals(body)).toBe(true);
    expect(answer.headers['content-length']).toBe(String(body.length));
  });

  it('compresses nothing (fact D71)', async () => {
    const serve: Serve = (_request, response) => {
      response.write('a'.repeat(100));
      setTimeout(() => response.end('b'.repeat(100)), 20);
    };
    const { call } = await start(serve, { minimumCompressionSize: 0 });
    const answer = await call('/x', { headers: ['Accept-Encoding', 'gzip'] });
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.body).toBe('a'.repeat(100) + 'b'.repeat(100));
  });

  it('ends with the integration’s timeout', async () => {
    const { port } = await start((_request, response) => void response.write('x'), {}, 'relaxed', 200);
    const response = await open(port);
    response.resume();
    const [error] = (await once(response, 'error')) as [Error];
    expect(error.message).toBe('aborted');
  });

  it('gives up the backend when the client goes', async () => {
    let gone: Promise<unknown> | undefined;
    const { port } = await start((_request, response) => {
      gone = once(response, 'close');
      response.write('x');
    });
    const response = await open(port);
    await once(response, 'data');
    response.destroy();
    await gone;
  });
});

describe('a streamed body', () => {
  const pieces = async function* (count: number, everyMs: number) {
    for (let i = 0; i < count; i++) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      yield Buffer.alloc(1_000);
    }
  };

  it('slows down behind its first part (fact D71)', async () => {
    const before = performance.now();
    let bytes = 0;
    const body = streamedBody(pieces(5, 0), { idleMs: 1_000, fullSpeedBytes: 2_000, bytesPerSecond: 20_000 });
    for await (const piece of body) bytes += piece.length;
    expect(bytes).toBe(5_000);
    // Three pieces of a thousand bytes at 20,000 bytes a second.
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
  });

  it('ends when nothing comes for too long (fact D71)', async () => {
    const body = streamedBody(pieces(2, 150), { idleMs: 50, fullSpeedBytes: Infinity, bytesPerSecond: Infinity });
    await expect(body.next()).rejects.toMatchObject({ failure: 'timeout' });
  });
});

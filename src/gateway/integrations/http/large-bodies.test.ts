import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { LimitProfile } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();
const MB = 1_048_576;
/** Above AWS's 10 MB (features A17). */
const SIZE = 24 * MB;
const PATH = '/restapis/api1234567/dev/_user_request_/x';

/** A backend of the test's own behind HTTP_PROXY, under the given limits. */
async function proxyTo(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
  limits: LimitProfile = 'off',
) {
  const server = createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await keep(Promise.resolve({ close: () => void server.close() }));
  const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const methodIntegration = integration({ type: 'HTTP_PROXY', httpMethod: 'ANY', uri });
  return keep(startGateway({ methods: { '/x': { ANY: { methodIntegration } } } }, undefined, undefined, limits));
}

/** Counts a body's bytes and answers with their number and with how they were framed. */
async function count(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  const { 'content-length': length, 'transfer-encoding': coding, 'content-encoding': encoding } = request.headers;
  response.end(JSON.stringify({ bytes, length, coding, encoding }));
}

/** Sends a body and gives the answer's text. */
function send(port: number, headers: Record<string, string>, write: (to: NodeJS.WritableStream) => void) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: PATH, method: 'POST', headers, agent: false });
    request.on('error', reject);
    request.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode ?? 0, text });
    });
    write(request);
  });
}

function sendSize(size: number) {
  return (to: NodeJS.WritableStream): void => {
    for (let sent = 0; sent < size; sent += MB) to.write(Buffer.alloc(MB, 'x'));
    to.end();
  };
}

describe('a body of any size passes under the limits `off`', () => {
  it('to the backend, with its length when that is declared', async () => {
    const { port } = await proxyTo(count);
    const { text } = await send(port, { 'Content-Length': String(SIZE) }, sendSize(SIZE));
    expect(JSON.parse(text)).toEqual({ bytes: SIZE, length: String(SIZE) });
  });

  it('to the backend, in chunks when it is not', async () => {
    const { port } = await proxyTo(count);
    const { text } = await send(port, { 'Transfer-Encoding': 'chunked' }, sendSize(SIZE));
    expect(JSON.parse(text)).toEqual({ bytes: SIZE, coding: 'chunked' });
  });

  it('to the backend, with the length of a small one that came in chunks (fact D31)', async () => {
    const { port } = await proxyTo(count);
    const { text } = await send(port, { 'Transfer-Encoding': 'chunked' }, (to) => to.end('hello'));
    expect(JSON.parse(text)).toEqual({ bytes: 5, length: '5' });
  });

  it('to the backend, decompressed as it comes (fact D77)', async () => {
    const { port } = await proxyTo(count);
    const coded = { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' };
    const { text } = await send(port, coded, (to) => {
      const gzip = createGzip({ level: 1 });
      gzip.pipe(to);
      sendSize(SIZE)(gzip);
    });
    expect(JSON.parse(text)).toEqual({ bytes: SIZE, coding: 'chunked' });
  });

  it('and what is not what its coding says is 415', async () => {
    const { port } = await proxyTo(count);
    const answer = await send(port, { 'Content-Encoding': 'gzip', 'Content-Length': '2' }, (to) => to.end('no'));
    expect(answer.status).toBe(415);
  });

  it('and a body that turns out to be broken underway never reaches the backend whole', async () => {
    let ended = false;
    const { port } = await proxyTo((request, response) => {
      request.on('error', () => undefined);
      request.on('end', () => {
        ended = true;
      });
      request.resume();
      request.on('close', () => response.destroy());
    });
    const broken = Buffer.concat([gzipSync(Buffer.alloc(MB)).subarray(0, -200), Buffer.alloc(300, 7)]);
    const headers = { 'Content-Encoding': 'gzip', 'Content-Length': String(broken.length) };
    const answer = await send(port, headers, (to) => to.end(broken));
    expect(answer.status).toBe(415);
    expect(ended).toBe(false);
  });

  it.each(['declared', 'not declared'])('to the client, its length %s', async (declared) => {
    const { call } = await proxyTo((_request, response) => {
      if (declared === 'declared') response.setHeader('Content-Length', SIZE);
      sendSize(SIZE)(response);
    });
    const answer = await call('/x');
    expect(answer.bytes.length).toBe(SIZE);
    expect(answer.headers['content-length']).toBe(declared === 'declared' ? String(SIZE) : undefined);
  });
});

it('a backend’s answer of more than 10 MB is no answer under the limits of AWS (features A17)', async () => {
  const { call } = await proxyTo((_request, response) => {
    response.setHeader('Content-Length', SIZE);
    sendSize(SIZE)(response);
  }, 'aws');
  expect(await call('/x')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
});

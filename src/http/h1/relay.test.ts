import { createHash, randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  Call,
  type CallHandler,
  type H1Client,
  type H1Exchange,
  type H1Response,
  relay,
  requestHead,
  writeFields,
} from './index.ts';
import { client } from './testing/calling.ts';
import { later, RawConnection } from './testing/raw-connection.ts';
import { ScriptedBackend } from './testing/scripted-backend.ts';
import { serve } from './testing/serving.ts';

/** The least that a proxy of both sides is: bodies go through as they come. */
class Proxied implements CallHandler {
  readonly #exchange: H1Exchange;

  constructor(exchange: H1Exchange) {
    this.#exchange = exchange;
  }

  send(sender: H1Client, port: number): void {
    const exchange = this.#exchange;
    const { method, target, body } = exchange;
    const length = body === undefined ? 'none' : body.length === 'until-close' ? 'chunked' : body.length;
    const head = requestHead(method, target, 'backend', writeFields(exchange.headers), length);
    const call = new Call(
      {
        ...{ method, head, timeoutMs: 20_000, bodyLength: typeof length === 'number' ? length : 'chunked' },
        body: body === undefined ? Buffer.alloc(0) : (outgoing) => relay(body, outgoing, () => call.abort()),
      },
      this,
    );
    exchange.abortable = call;
    sender.origin({ protocol: 'http:', hostname: '127.0.0.1', port }).dispatch(call);
  }

  onResponse(response: H1Response): void {
    const arrived = response.takeArrivedBody();
    if (arrived !== undefined) this.#exchange.respond(response.status, response.headers, arrived);
    else if (response.body !== undefined) {
      const outgoing = this.#exchange.beginResponse(response.status, response.headers);
      relay(response.body, outgoing, () => response.discard());
    }
  }

  onFailure(): void {
    if (this.#exchange.unanswered) this.#exchange.respond(502, [], Buffer.alloc(0));
  }
}

async function proxyTo(port: number): Promise<number> {
  const sender = client();
  const listener = await serve((exchange) => new Proxied(exchange).send(sender, port));
  return listener.port;
}

const servers: Server[] = [];

/** A real Node server that gives back what it is sent, as it comes. */
async function echo(): Promise<number> {
  const server = createServer((request, response) => {
    if (request.headers['content-length'] !== undefined)
      response.setHeader('Content-Length', request.headers['content-length']);
    request.pipe(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const MEGABYTE = randomBytes(1_048_576);

/** Sends `megabytes` through a real client, and gives the sums of what went out and of what came back. */
function exchange(port: number, megabytes: number, declared: boolean): Promise<{ sent: string; back: string }> {
  const sent = createHash('sha256');
  const back = createHash('sha256');
  return new Promise((resolve, reject) => {
    const headers = declared ? { 'content-length': megabytes * MEGABYTE.length } : {};
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', headers }, (response) => {
      response.on('data', (bytes: Buffer) => back.update(bytes));
      response.on('end', () => resolve({ sent: sent.digest('hex'), back: back.digest('hex') }));
    });
    request.on('error', reject);
    let left = megabytes;
    const more = (): void => {
      while (left > 0) {
        left--;
        sent.update(MEGABYTE);
        if (!request.write(MEGABYTE)) {
          request.once('drain', more);
          return;
        }
      }
      request.end();
    };
    more();
  });
}

describe('a body through both sides', () => {
  it.each([true, false])(
    'of many megabytes arrives as it was sent, declared %s, and is never held whole',
    async (declared) => {
      const port = await proxyTo(await echo());
      const before = process.memoryUsage().arrayBuffers;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }, 5);
      const { sent, back } = await exchange(port, 96, declared);
      clearInterval(watch);
      expect(back).toBe(sent);
      expect(most).toBeLessThan(64_000_000);
    },
  );

  it('goes no faster than a slow client takes it', async () => {
    const answer = Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 40000000\r\n\r\n'),
      Buffer.alloc(40_000_000),
    ]);
    const backend = await ScriptedBackend.start((socket) => socket.write(answer));
    const reader = new RawConnection(await proxyTo(backend.port));
    reader.keeps = false;
    reader.socket.pause();
    reader.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await later(300);
    expect(backend.sockets[0]?.writableLength).toBeGreaterThan(0);
    reader.socket.resume();
    await reader.until(() => reader.bytes > 40_000_000);
  });

  it('is not asked for any more when the client has gone', async () => {
    const backend = await ScriptedBackend.start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\nhello');
    });
    const reader = new RawConnection(await proxyTo(backend.port));
    reader.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await reader.untilReceived('hello');
    reader.socket.resetAndDestroy();
    await backend.untilClosed(0);
  });

  it('is broken off for the client when the backend breaks it off', async () => {
    const backend = await ScriptedBackend.start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n');
      setTimeout(() => socket.resetAndDestroy(), 30);
    });
    const reader = new RawConnection(await proxyTo(backend.port));
    reader.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await reader.untilEnd();
    expect(reader.received).toMatch(/5\r\nhello\r\n$/);
  });

  it('that comes slowly leaves as it comes', async () => {
    const backend = await ScriptedBackend.start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n');
      setTimeout(() => socket.write('data: 1\n\n'), 40);
    });
    const reader = new RawConnection(await proxyTo(backend.port));
    reader.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await reader.untilReceived('Transfer-Encoding: chunked\r\n\r\n');
    await reader.untilReceived('9\r\ndata: 1\n\n\r\n');
  });
});

it('keeps nothing of a thousand exchanges whose ends went badly', { timeout: 60_000 }, async () => {
  const backend = await ScriptedBackend.start((socket, _, connection) => {
    if (connection % 3 === 0) socket.resetAndDestroy();
    else if (connection % 3 === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhello');
  });
  const sender = client();
  const listener = await serve((arrived) => new Proxied(arrived).send(sender, backend.port));
  for (let round = 0; round < 10; round++) {
    const readers = Array.from({ length: 100 }, () => new RawConnection(listener.port));
    for (const reader of readers) reader.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await later(30);
    for (const reader of readers) reader.socket.resetAndDestroy();
  }
  // A busy machine takes seconds to accept them all.
  const untilMs = performance.now() + 40_000;
  const origin = sender.origin({ protocol: 'http:', hostname: '127.0.0.1', port: backend.port });
  while (listener.connections + origin.connections > 0 && performance.now() < untilMs) await later(10);
  expect([listener.connections, origin.connections, origin.waiting]).toEqual([0, 0, 0]);
});

import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyTooLargeError, type Exchange } from '../exchange.ts';
import { rawRequest } from '../testing/raw-client.ts';
import type { ServerLimits } from './limits.ts';
import { type Listener, listen } from './listen.ts';

const limits: ServerLimits = {
  maxHeadBytes: 16_384,
  headTimeoutMs: 300,
  requestTimeoutMs: 0,
  keepAliveIdleMs: 60_000,
};

const open: Listener[] = [];

async function serve(onExchange: (exchange: Exchange) => void): Promise<Listener> {
  const listener = await listen({ host: '127.0.0.1', port: 0, limits, now: Date.now, onExchange });
  open.push(listener);
  return listener;
}

const text = (exchange: Exchange, body: string): void =>
  exchange.respond(200, ['Content-Type', 'text/plain'], Buffer.from(body));

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
});

describe('a request', () => {
  it('arrives as it was sent: method, target, header order and case, repeated fields', async () => {
    let seen: Exchange | undefined;
    const { port } = await serve((exchange) => {
      seen = exchange;
      text(exchange, 'ok');
    });
    await rawRequest(
      port,
      'PATCH /a%2Fb//c?x=%20&x=+ HTTP/1.1\r\nhost: h\r\nX-B: 1\r\nx-a: 2\r\nX-B: 3\r\nConnection: close\r\n\r\n',
    );
    expect(seen?.method).toBe('PATCH');
    expect(seen?.target).toBe('/a%2Fb//c?x=%20&x=+');
    expect(seen?.headers).toEqual(['host', 'h', 'X-B', '1', 'x-a', '2', 'X-B', '3', 'Connection', 'close']);
    expect(seen?.httpVersion).toBe('HTTP/1.1');
  });

  it('names its peer', async () => {
    let address = '';
    const { port } = await serve((exchange) => {
      address = exchange.peer.address;
      text(exchange, '');
    });
    await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(address).toBe('127.0.0.1');
  });

  it('keeps more header fields than Node counts by default', async () => {
    let count = 0;
    const { port } = await serve((exchange) => {
      count = exchange.headers.length / 2;
      text(exchange, '');
    });
    const fields = 'a:\r\n'.repeat(2_500);
    await rawRequest(port, `GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${fields}\r\n`);
    expect(count).toBe(2_502);
  });
});

describe('ambiguous or broken requests are refused before anybody sees them', () => {
  const cases: readonly [string, string, string][] = [
    ['both lengths (RFC 9112 6.3)', 'Host: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n', '400'],
    ['two different lengths (RFC 9112 6.3)', 'Host: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n', '400'],
    ['no Host (RFC 9112 3.2)', '', '400'],
    ['two Hosts (RFC 9112 3.2)', 'Host: a\r\nHost: b\r\n', '400'],
    ['chunked not last (RFC 9112 6.3)', 'Host: h\r\nTransfer-Encoding: chunked, gzip\r\n', '400'],
    ['a space before the colon (RFC 9112 5.1)', 'Host: h\r\nX-A : 1\r\n', '400'],
    ['a head over the limit (RFC 6585 5)', `Host: h\r\nX-A: ${'a'.repeat(20_000)}\r\n`, '431'],
  ];
  it.each(cases)('%s', async (_name, fields, status) => {
    let calls = 0;
    const { port } = await serve((exchange) => {
      calls++;
      text(exchange, 'ok');
    });
    const answer = await rawRequest(port, `POST / HTTP/1.1\r\n${fields}\r\nabc`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(calls).toBe(0);
  });

  it('answers a head that takes too long with 408', async () => {
    const { port } = await serve((exchange) => text(exchange, 'ok'));
    expect(await rawRequest(port, 'GET / HTTP/1.1\r\nHost:')).toMatch(/^HTTP\/1.1 408 /);
  });
});

describe('reading a body', () => {
  const post = (port: number, head: string, body: string): Promise<string> =>
    rawRequest(port, `POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${head}\r\n${body}`);

  it('takes one up to the limit and refuses one byte more, declared or not', async () => {
    const { port } = await serve((exchange) => {
      exchange.readBody(4).then(
        (body) => text(exchange, body.toString()),
        (error: unknown) => exchange.respond(413, [], Buffer.from(String(error instanceof BodyTooLargeError))),
      );
    });
    expect(await post(port, 'Content-Length: 4\r\n', 'abcd')).toMatch(/abcd$/);
    expect(await post(port, 'Content-Length: 5\r\n', 'abcde')).toMatch(/^HTTP\/1.1 413 [\s\S]*true$/);
    expect(await post(port, 'Transfer-Encoding: chunked\r\n', '5\r\nabcde\r\n0\r\n\r\n')).toMatch(
      /^HTTP\/1.1 413 [\s\S]*true$/,
    );
  });

  it('says 100 Continue only when the body is wanted (RFC 9110 10.1.1)', async () => {
    const { port } = await serve((exchange) => {
      if (exchange.target === '/no') exchange.respond(403, [], Buffer.alloc(0));
      else void exchange.readBody(10).then((body) => text(exchange, body.toString()));
    });
    const head = 'HTTP/1.1\r\nHost: h\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi';
    expect(await rawRequest(port, `POST /yes ${head}`)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
    expect(await rawRequest(port, `POST /no ${head}`)).toMatch(/^HTTP\/1.1 403 /);
  });

  it('closes the connection after a response that did not wait for the body, and the client reads it in full', async () => {
    const { port } = await serve((exchange) => text(exchange, 'x'.repeat(100_000)));
    const answer = await rawRequest(
      port,
      `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 30000000\r\n\r\n${'y'.repeat(30_000_000)}`,
    );
    expect(answer).toMatch(/Connection: close/i);
    expect(answer.endsWith('x'.repeat(100_000))).toBe(true);
  });
});

describe('a response', () => {
  it('has its headers in order and case, repeated ones too, and a length', async () => {
    const { port } = await serve((exchange) =>
      exchange.respond(201, ['x-B', '1', 'Set-Cookie', 'a', 'Set-Cookie', 'b'], Buffer.from('hey')),
    );
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(
      /^HTTP\/1.1 201 Created\r\nx-B: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 3\r\n/,
    );
    expect(answer).toMatch(/\r\n\r\nhey$/);
  });

  it.each([
    ['HEAD', 200, 'Content-Length: 3'],
    ['GET', 204, ''],
    ['GET', 304, ''],
  ])('to %s with %i carries no body (RFC 9110 6.4.1)', async (method, status, line) => {
    const { port } = await serve((exchange) => exchange.respond(status, ['X-A', '1'], Buffer.from('hey')));
    const answer = await rawRequest(port, `${method} / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/\r\n\r\n$/);
    if (line === '') expect(answer).not.toMatch(/Content-Length|Transfer-Encoding/i);
    else expect(answer).toContain(line);
  });

  it('streams piece by piece and waits for a slow reader', async () => {
    let produced = 0;
    const { port } = await serve((exchange) => {
      async function* body(): AsyncGenerator<Uint8Array> {
        for (; produced < 400; produced++) yield Buffer.alloc(65_536, 'z');
      }
      exchange.respond(200, [], body());
    });
    const socket = connect({ host: '127.0.0.1', port });
    socket.write('GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(produced).toBeLessThan(400);
    let size = 0;
    socket.on('data', (chunk) => {
      size += chunk.length;
    });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(produced).toBe(400);
    expect(size).toBeGreaterThan(400 * 65_536);
  });

  it('breaks off when its stream fails, so that nobody takes half a body for a whole one', async () => {
    const { port } = await serve((exchange) => {
      async function* body(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('half');
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('upstream died');
      }
      exchange.respond(200, [], body());
    });
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(answer).toContain('half');
    expect(answer.endsWith('0\r\n\r\n')).toBe(false);
  });

  it('throws for a declared length that is not its own, which would confuse the next response', async () => {
    const { port } = await serve((exchange) => {
      try {
        exchange.respond(200, ['content-length', '4'], Buffer.from('hey'));
      } catch (error) {
        exchange.respond(500, [], Buffer.from(String(error instanceof TypeError)));
      }
    });
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 500 [\s\S]*true$/);
  });

  it('throws for a header with a line break and can then still be given', async () => {
    const { port } = await serve((exchange) => {
      try {
        exchange.respond(200, ['X-A', 'a\r\nX-B: b'], Buffer.alloc(0));
      } catch {
        exchange.respond(500, [], Buffer.alloc(0));
      }
    });
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 500 /);
    expect(answer).not.toContain('X-B');
  });
});

describe('leaving', () => {
  it('aborts the signal when the client goes away before the response', async () => {
    const aborted = new Promise<void>((resolve) => {
      void serve((exchange) => exchange.signal.addEventListener('abort', () => resolve())).then(({ port }) => {
        const socket = connect({ host: '127.0.0.1', port });
        socket.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
        setTimeout(() => socket.destroy(), 50);
      });
    });
    await aborted;
  });

  it('does not abort the signal of an exchange that ended well', async () => {
    let signal: AbortSignal | undefined;
    const { port } = await serve((exchange) => {
      signal = exchange.signal;
      text(exchange, 'ok');
    });
    await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(signal?.aborted).toBe(false);
  });
});

describe('closing', () => {
  it('ends idle connections at once, lets a running request finish and tells its client to leave', async () => {
    let finish: (() => void) | undefined;
    const listener = await serve((exchange) => {
      if (exchange.target === '/slow') finish = () => text(exchange, 'done');
      else text(exchange, 'ok');
    });
    const idle = connect({ host: '127.0.0.1', port: listener.port });
    idle.resume();
    idle.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    const slow = rawRequest(listener.port, 'GET /slow HTTP/1.1\r\nHost: h\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = listener.close(5_000);
    await idleClosed;
    finish?.();
    expect(await slow).toMatch(/Connection: close[\s\S]*done$/i);
    await closed;
    await expect(rawRequest(listener.port, '')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('breaks off what is still running after the grace time', async () => {
    const listener = await serve(() => undefined);
    const answer = rawRequest(listener.port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listener.close(50);
    expect(await answer).toBe('');
  });

  it('says which port is taken', async () => {
    const { port } = await serve((exchange) => text(exchange, ''));
    await expect(
      listen({ host: '127.0.0.1', port, limits, now: Date.now, onExchange: () => undefined }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

it('serves many requests over one kept connection', async () => {
  const { port } = await serve((exchange) => text(exchange, exchange.target));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, path, agent }, (response) => {
        const { localPort } = response.socket;
        response.resume();
        response.on('end', () => resolve(localPort));
      });
      request.on('error', reject);
      request.end();
    });
  const ports = [await get('/1'), await get('/2'), await get('/3')];
  expect(new Set(ports).size).toBe(1);
  agent.destroy();
});

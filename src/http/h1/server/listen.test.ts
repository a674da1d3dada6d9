import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BodyTooLargeError } from '../../exchange.ts';
import { rawRequest } from '../../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { serve, text } from '../testing/serving.ts';
import type { H1Exchange } from './exchange.ts';
import { listenH1 } from './listen.ts';

const GET = (target: string, ...lines: string[]): string =>
  `GET ${target} HTTP/1.1\r\nHost: h\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const LAST = 'Connection: close';

describe('a request', () => {
  it('arrives as it was sent', async () => {
    let seen: H1Exchange | undefined;
    const { port } = await serve((exchange) => {
      seen = exchange;
      text(exchange, 'ok');
    });
    await rawRequest(
      port,
      'PATCH /a%2Fb//c?x=%20&x=+ HTTP/1.1\r\nhost: h\r\nX-B: 1\r\nx-a: 2\r\nX-B: 3\r\nConnection: close\r\n\r\n',
    );
    expect({
      ...{ method: seen?.method, target: seen?.target, httpVersion: seen?.httpVersion, headers: seen?.headers },
      peer: { address: seen?.peer.address, encrypted: seen?.peer.encrypted },
    }).toEqual({
      method: 'PATCH',
      target: '/a%2Fb//c?x=%20&x=+',
      httpVersion: 'HTTP/1.1',
      headers: ['host', 'h', 'X-B', '1', 'x-a', '2', 'X-B', '3', 'Connection', 'close'],
      peer: { address: '127.0.0.1', encrypted: false },
    });
    expect(Math.abs((seen?.receivedAtMs ?? 0) - Date.now())).toBeLessThan(5_000);
  });

  it('may come byte by byte', async () => {
    const { port } = await serve((exchange) => {
      void exchange.readBody(10).then((body) => text(exchange, `${exchange.target} ${body}`));
    });
    const client = new RawConnection(port);
    client.socket.setNoDelay(true);
    for (const byte of `POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc${GET('/b', LAST)}`) {
      client.send(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await client.untilEnd();
    expect(client.received).toMatch(/\/a abcHTTP\/1.1 200 OK[\s\S]*\/b $/);
  });

  it.each([
    ['known', 'Content-Length: 5\r\n\r\nhello'],
    ['chunked', 'Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\nX: y\r\n\r\n'],
  ])('has a body of %s length, that is here at once, collected or read piece by piece', async (_, rest) => {
    const { port } = await serve((exchange) => {
      if (exchange.target === '/arrived') text(exchange, String(exchange.takeArrivedBody()));
      else if (exchange.target === '/read') void exchange.readBody(5).then((body) => text(exchange, String(body)));
      else exchange.respond(200, [], exchange.streamBody());
    });
    for (const target of ['/arrived', '/read', '/stream']) {
      const answer = await rawRequest(port, `POST ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${rest}`);
      expect(answer.replace('2\r\nhe\r\n3\r\nllo', 'hello')).toContain('hello');
    }
  });

  it('has its small body still when somebody asks for it later', async () => {
    const { port } = await serve((exchange) => {
      if (exchange.target === '/other') text(exchange, 'other');
      else setTimeout(() => void exchange.readBody(100).then((body) => text(exchange, String(body))), 50);
    });
    const first = rawRequest(port, `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n${LAST}\r\n\r\nhello`);
    await rawRequest(port, `POST /other HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n${LAST}\r\n\r\nXXXXX`);
    expect(await first).toMatch(/hello$/);
  });

  it('has an empty body when it has none', async () => {
    const { port } = await serve(async (exchange) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of exchange.streamBody()) pieces.push(piece);
      text(exchange, `${pieces.length} ${exchange.takeArrivedBody()?.length} ${(await exchange.readBody(0)).length}`);
    });
    expect(await rawRequest(port, GET('/', LAST))).toMatch(/0 0 0$/);
  });
});

describe('a body beyond the limit', () => {
  it.each([
    ['declared', 'Content-Length: 6\r\n\r\nhello!'],
    ['chunked', 'Transfer-Encoding: chunked\r\n\r\n6\r\nhello!\r\n0\r\n\r\n'],
    ['declared and not sent', 'Content-Length: 6000000\r\n\r\n'],
  ])('is refused: %s', async (_, rest) => {
    const { port } = await serve((exchange) => {
      exchange.readBody(5).catch((error: unknown) => {
        exchange.respond(error instanceof BodyTooLargeError ? 413 : 500, [], Buffer.alloc(0));
      });
    });
    const answer = await rawRequest(port, `POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${rest}`);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });
});

it('can be answered before its body has come, and the client has the whole answer however much it still sends', async () => {
  const { port } = await serve((exchange) => text(exchange, 'x'.repeat(100_000)));
  const sent = `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 30000000\r\n\r\n${'y'.repeat(30_000_000)}`;
  const answer = await rawRequest(port, sent);
  expect(answer).toContain('Connection: close');
  expect(answer.endsWith('x'.repeat(100_000))).toBe(true);
});

describe('Expect: 100-continue (RFC 9110 section 10.1.1)', () => {
  const HEAD = 'POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n';

  it('is answered when somebody wants the body', async () => {
    const { port } = await serve((exchange) => void exchange.readBody(5).then((body) => text(exchange, String(body))));
    const client = new RawConnection(port);
    client.send(HEAD);
    await client.untilReceived('HTTP/1.1 100 Continue\r\n\r\n');
    client.send('hello');
    await client.untilReceived('hello');
  });

  it('is not answered when nobody does, and the connection closes', async () => {
    const { port } = await serve((exchange) => text(exchange, 'no'));
    const answer = await rawRequest(port, HEAD);
    expect(answer).toMatch(/^HTTP\/1.1 200 OK[\s\S]*Connection: close/);
  });
});

describe('requests on one connection', () => {
  it('are answered in order, however long each takes', async () => {
    const { port } = await serve((exchange) => {
      const ms = exchange.target === '/1' ? 60 : exchange.target === '/2' ? 30 : 0;
      if (ms === 0) text(exchange, exchange.target);
      else setTimeout(() => text(exchange, exchange.target), ms);
    });
    const answer = await rawRequest(port, GET('/1') + GET('/2') + GET('/3') + GET('/4', LAST));
    expect(Array.from(answer.matchAll(/\/\d(?!\.1)/g), String)).toEqual(['/1', '/2', '/3', '/4']);
  });

  it('are taken by the thousand at once', async () => {
    let served = 0;
    const { port } = await serve((exchange) => text(exchange, String(served++)));
    const answer = await rawRequest(port, GET('/').repeat(5_000) + GET('/', LAST));
    expect(answer.match(/HTTP\/1.1 200 OK/g)).toHaveLength(5_001);
    expect(answer).toMatch(/5000$/);
  });

  it('go on after a body that was only streamed', async () => {
    const { port } = await serve((exchange) => exchange.respond(200, [], exchange.streamBody()));
    const post = 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello';
    const answer = await rawRequest(port, post + post + GET('/', LAST));
    expect(answer.match(/hello/g)).toHaveLength(2);
  });
});

describe('a response', () => {
  it('has a date, and a length or chunks as its body needs', async () => {
    const { port } = await serve((exchange) => {
      if (exchange.target === '/bytes') text(exchange, 'hello');
      else exchange.respond(200, [], pieces('he', 'llo'));
    });
    expect(await rawRequest(port, GET('/bytes', LAST))).toMatch(
      /^HTTP\/1.1 200 OK\r\nDate: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\r\nContent-Type: text\/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello$/,
    );
    expect(await rawRequest(port, GET('/stream', LAST))).toMatch(
      /Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n$/,
    );
  });

  it('keeps a declared length for a streamed body, and breaks off what does not fit it', async () => {
    const { port } = await serve((exchange) => {
      exchange.respond(200, ['content-length', '5'], pieces(...exchange.target.slice(1).split('/')));
    });
    expect(await rawRequest(port, GET('/he/llo', LAST))).toMatch(/Content-Length: 5\r\n[\s\S]*hello$/);
    // A connection that closes early is how a client learns that the body is not complete (RFC 9112 section 8).
    expect(await rawRequest(port, GET('/he/llo!'))).not.toContain('!');
    expect(await rawRequest(port, GET('/hell'))).toMatch(/\r\n\r\nhell$/);
  });

  it.each([
    ['HEAD', 200, ['Content-Length', '5'], /Content-Length: 5\r\nConnection: close\r\n\r\n$/],
    ['HEAD', 200, [], /Content-Length: 2\r\nConnection: close\r\n\r\n$/],
    ['GET', 204, [], /^HTTP\/1.1 204 No Content\r\nDate: [^\r]+\r\nConnection: close\r\n\r\n$/],
    ['GET', 304, ['ETag', '"a"'], /ETag: "a"\r\nConnection: close\r\n\r\n$/],
  ])('of %s %d has no body', async (method, status, headers, expected) => {
    const { port } = await serve((exchange) => {
      const body = exchange.target === '/stream' ? pieces('{', '}') : Buffer.from('{}');
      exchange.respond(status, headers, body);
    });
    expect(await rawRequest(port, `${method} / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`)).toMatch(expected);
    const streamed = await rawRequest(port, `${method} /stream HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
    expect(streamed).toMatch(/\r\n\r\n$/);
  });

  it('to HTTP/1.0 has no chunks, and keeps the connection only when asked to (RFC 9112 section 9.3)', async () => {
    const { port } = await serve((exchange) => {
      if (exchange.target === '/bytes') text(exchange, 'hello');
      else exchange.respond(200, [], pieces('he', 'llo'));
    });
    expect(await rawRequest(port, 'GET /bytes HTTP/1.0\r\n\r\n')).toMatch(/Connection: close\r\n\r\nhello$/);
    const kept = 'GET /bytes HTTP/1.0\r\nConnection: keep-alive\r\n\r\n';
    expect(await rawRequest(port, `${kept}GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`)).toMatch(
      /Connection: keep-alive\r\n\r\nhelloHTTP\/1.1 200 OK\r\nDate: [^\r]+\r\nConnection: close\r\n\r\nhello$/,
    );
  });

  it('can still be given after one that cannot be sent', async () => {
    const { port } = await serve((exchange) => {
      expect(() => exchange.respond(200, ['X-A', 'a\r\nX-B: b'], Buffer.alloc(0))).toThrow(TypeError);
      expect(() => exchange.respond(200, ['Content-Length', '5'], Buffer.from('four'))).toThrow(TypeError);
      expect(() => exchange.respond(100, [], Buffer.alloc(0))).toThrow(RangeError);
      exchange.respond(500, [], Buffer.alloc(0));
      expect(() => exchange.respond(200, [], Buffer.alloc(0))).toThrow(TypeError);
    });
    const answer = await rawRequest(port, GET('/', LAST));
    expect(answer).toMatch(/^HTTP\/1.1 500 /);
    expect(answer).not.toContain('X-B');
  });

  it('is broken off when its body fails', async () => {
    const { port } = await serve((exchange) => exchange.respond(200, [], failing()));
    const answer = await rawRequest(port, GET('/'));
    expect(answer).toMatch(/\r\n\r\n2\r\nhe\r\n$/);
  });

  it('of many megabytes arrives whole', async () => {
    const body = Buffer.alloc(10_000_000, 'x');
    const { port } = await serve((exchange) => exchange.respond(200, [], body));
    const client = new RawConnection(port);
    client.keeps = false;
    client.send(GET('/', LAST));
    await client.untilEnd();
    expect(client.bytes).toBeGreaterThan(10_000_000);
    expect(client.bytes).toBeLessThan(10_000_300);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['400', 'GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['400', 'GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n'],
    ['400', '\x16\x03\x01'],
    ['400', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['414', `GET /${'a'.repeat(1_000)} HTTP/1.1\r\nHost: h\r\n\r\n`],
    ['431', `GET / HTTP/1.1\r\nHost: h\r\nX-A: ${'a'.repeat(3_000)}\r\n\r\n`],
  ])('is answered with %s, and the connection closes', async (status, message) => {
    const { port } = await serve((exchange) => text(exchange, 'served'), {
      maxHeadBytes: 2_000,
      maxStartLineBytes: 900,
    });
    const answer = await rawRequest(port, GET('/') + message + GET('/'));
    expect(answer.match(/served/g)).toHaveLength(1);
    expect(answer).toMatch(new RegExp(`servedHTTP/1.1 ${status} [\\s\\S]*Connection: close\r\n\r\n$`));
  });

  it('breaks a response off that has begun, when it is the rest of the request', async () => {
    const { port } = await serve((exchange) => exchange.respond(200, [], exchange.streamBody()));
    const client = new RawConnection(port);
    client.send('POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n');
    await client.untilReceived('he');
    client.send('zz\r\n');
    await client.untilEnd();
    expect(client.received).not.toContain('400');
    expect(client.received).not.toMatch(/0\r\n\r\n$/);
  });
});

it('serves many requests of a real client over one connection', async () => {
  const listener = await serve((exchange) => text(exchange, exchange.target));
  const { port } = listener;
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
  expect(listener.connections).toBe(1);
  agent.destroy();
});

it.skipIf(process.platform !== 'linux')('lets a burst of clients wait until it comes to accept them', async () => {
  const { port } = await serve((exchange) => text(exchange, 'ok'));
  for (let count = 0; count < 1_500; count++) new RawConnection(port);
  // All are connecting once the turn is over; nothing is accepted before the next.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  expect(connectedTo(port)).toBe(1_500);
});

it('says which port is taken', async () => {
  const { port } = await serve(() => undefined);
  await expect(listenH1({ host: '127.0.0.1', port, onExchange: () => undefined })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

/** Clients whose connections to a port stand, in the kernel's eyes (proc(5), `net/tcp`). */
function connectedTo(port: number): number {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const ESTABLISHED = '01';
  const rows = readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1);
  return rows.filter((row) => {
    const [, , to, state] = row.trim().split(/\s+/);
    return to === remote && state === ESTABLISHED;
  }).length;
}

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const piece of texts) yield Buffer.from(piece);
}

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('he');
  throw new Error('The source has failed.');
}

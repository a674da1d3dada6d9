import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyTooLargeError } from '../../exchange.ts';
import { EXPIRED, LOCALHOST, OTHER_HOST } from '../../testing/certificates.ts';
import type { UpstreamRequest } from '../../upstream.ts';
import { H1Client } from './client.ts';

/** Against real servers: Node's own HTTP and TLS, and sockets that say what no server would. */
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const client = () => {
  const made = new H1Client({ limits: { connectTimeoutMs: 300 } });
  closers.push(() => made.close());
  return made;
};

async function start(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A backend that answers bytes, whatever it is asked. */
async function startRaw(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    closers.push(() => socket.destroy());
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const to = (port: number, change: Partial<UpstreamRequest> = {}): UpstreamRequest => ({
  method: 'GET',
  origin: { protocol: 'http:', hostname: '127.0.0.1', port },
  path: '/',
  headers: ['Host', 'backend'],
  body: Buffer.alloc(0),
  timeoutMs: 2_000,
  ...change,
});

describe('a request', () => {
  it('goes out as given: path untouched, header order and case, with the length of its body', async () => {
    const port = await start(
      createServer((request, response) => {
        response.end(JSON.stringify([request.method, request.url, request.rawHeaders]));
      }),
    );
    const response = await client().send(
      to(port, {
        method: 'PUT',
        path: '/a/..%2Fb//c?x=%20&y=+',
        headers: ['x-b', '1', 'Host', 'backend', 'X-A', '2'],
        body: Buffer.from('hey'),
      }),
    );
    expect(JSON.parse((await response.readBody(1_000)).toString())).toEqual([
      'PUT',
      '/a/..%2Fb//c?x=%20&y=+',
      ['x-b', '1', 'Host', 'backend', 'X-A', '2', 'Content-Length', '3'],
    ]);
  });

  it.each([
    ['GET', undefined],
    ['DELETE', undefined],
    ['POST', '0'],
  ])('%s without content announces the length %s (RFC 9110 8.6)', async (method, length) => {
    const port = await start(
      createServer((request, response) => response.end(String(request.headers['content-length']))),
    );
    const response = await client().send(to(port, { method }));
    expect((await response.readBody(100)).toString()).toBe(String(length));
  });

  it.each([
    ['with its length', 6, '6,undefined'],
    ['chunked', undefined, 'undefined,chunked'],
  ])('streams a body %s', async (_name, contentLength, framing) => {
    const port = await start(
      createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        response.end(`${request.headers['content-length']},${request.headers['transfer-encoding']},${body}`);
      }),
    );
    async function* body(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc');
      yield Buffer.from('def');
    }
    const change = contentLength === undefined ? {} : { contentLength };
    const response = await client().send(to(port, { method: 'POST', body: body(), ...change }));
    expect((await response.readBody(100)).toString()).toBe(`${framing},abcdef`);
  });
});

it('is given up when its body breaks off, and the backend never takes half a body for a whole one', async () => {
  let ended = false;
  const port = await start(
    createServer((request) => {
      request.on('error', () => undefined);
      request.resume().on('end', () => {
        ended = true;
      });
    }),
  );
  const body = new Readable({ read: () => undefined });
  body.push('half');
  setTimeout(() => body.destroy(), 50);
  await expect(client().send(to(port, { method: 'POST', body, contentLength: 8 }))).rejects.toMatchObject({
    failure: 'aborted',
  });
  expect(ended).toBe(false);
});

describe('a response', () => {
  it('arrives with repeated headers; redirects are answers like any other', async () => {
    const port = await start(
      createServer((_request, response) => {
        response.writeHead(302, ['Location', '/other', 'Set-Cookie', 'a', 'Set-Cookie', 'b']);
        response.end('moved');
      }),
    );
    const response = await client().send(to(port));
    expect(response.status).toBe(302);
    expect(response.headers.slice(0, 6)).toEqual(['Location', '/other', 'Set-Cookie', 'a', 'Set-Cookie', 'b']);
  });

  it.each([
    ['declared', { 'content-length': '11' }],
    ['chunked', {}],
  ])('larger than the limit (%s) is refused', async (_name, headers) => {
    const port = await start(
      createServer((_request, response) => {
        response.writeHead(200, headers);
        response.end('12345678901');
      }),
    );
    const response = await client().send(to(port));
    await expect(response.readBody(10)).rejects.toThrow(BodyTooLargeError);
  });

  it('to HEAD may declare any length', async () => {
    const port = await start(
      createServer((_request, response) => response.writeHead(200, { 'content-length': '99' }).end()),
    );
    const response = await client().send(to(port, { method: 'HEAD' }));
    expect((await response.readBody(10)).length).toBe(0);
  });
});

describe('connections', () => {
  it('are kept and used again', async () => {
    const ports = new Set<number | undefined>();
    const port = await start(
      createServer((request, response) => {
        ports.add(request.socket.remotePort);
        response.end('ok');
      }),
    );
    const kept = client();
    for (let i = 0; i < 5; i++) await (await kept.send(to(port))).readBody(10);
    expect(ports.size).toBe(1);
  });

  it('that died while idle are replaced once for what may be repeated, and only for that', async () => {
    // Answers the first request of each connection and cuts the second off, as a server does whose idle time is over.
    const port = await startRaw((socket) => {
      let requests = 0;
      socket.on('data', () => {
        if (++requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        else socket.destroy();
      });
    });
    const kept = client();
    await (await kept.send(to(port))).readBody(10);
    expect((await (await kept.send(to(port))).readBody(10)).toString()).toBe('ok');
    await expect(kept.send(to(port, { method: 'POST' }))).rejects.toMatchObject({ failure: 'reset' });
  });
});

describe('failures are told apart', () => {
  it('connect: nobody listens', async () => {
    const port = await startRaw(() => undefined);
    for (const close of closers.splice(0)) close();
    await expect(client().send(to(port))).rejects.toMatchObject({ name: 'UpstreamError', failure: 'connect' });
  });

  it('connect: no such name (RFC 6761 reserves .invalid)', async () => {
    const origin = { protocol: 'http:', hostname: 'nobody.invalid', port: 80 } as const;
    await expect(client().send(to(80, { origin }))).rejects.toMatchObject({ failure: 'connect' });
  });

  it('timeout: no head', async () => {
    const port = await startRaw(() => undefined);
    await expect(client().send(to(port, { timeoutMs: 50 }))).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('timeout: a head, but a body that does not end', async () => {
    const port = await startRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab'));
    const response = await client().send(to(port, { timeoutMs: 50 }));
    await expect(response.readBody(10)).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('reset: the connection ends before the head, or within the body', async () => {
    const before = await startRaw((socket) => socket.once('data', () => socket.destroy()));
    await expect(client().send(to(before))).rejects.toMatchObject({ failure: 'reset' });
    const within = await startRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab'));
    const response = await client().send(to(within));
    await expect(response.readBody(10)).rejects.toMatchObject({ failure: 'reset' });
  });

  it('protocol: what came is not HTTP', async () => {
    const port = await startRaw((socket) => socket.write('220 mail.example ESMTP\r\n'));
    await expect(client().send(to(port))).rejects.toMatchObject({ failure: 'protocol' });
  });

  it('aborted: the caller gave up, and the backend notices', async () => {
    let noticed: Promise<unknown> | undefined;
    const port = await startRaw((socket) => {
      noticed = new Promise((resolve) => socket.resume().once('close', resolve));
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    await expect(client().send(to(port), controller.signal)).rejects.toMatchObject({ failure: 'aborted' });
    await noticed;
  });
});

describe('TLS', () => {
  const startTls = (certificate: { cert: string; key: string }): Promise<number> =>
    start(createTlsServer(certificate, (_request, response) => response.end('secret')));
  const over = (port: number, insecureSkipVerification: boolean): UpstreamRequest =>
    to(port, { origin: { protocol: 'https:', hostname: 'localhost', port }, tls: { insecureSkipVerification } });

  it('refuses a certificate of an unknown authority', async () => {
    const port = await startTls(LOCALHOST);
    await expect(client().send(over(port, false))).rejects.toMatchObject({ failure: 'tls' });
  });

  it('takes it with insecureSkipVerification (guide: tlsConfig)', async () => {
    const port = await startTls(LOCALHOST);
    const response = await client().send(over(port, true));
    expect((await response.readBody(10)).toString()).toBe('secret');
  });

  it.each([
    ['another host', OTHER_HOST],
    ['an expired certificate', EXPIRED],
  ])('refuses %s even then (guide: tlsConfig)', async (_name, certificate) => {
    const port = await startTls(certificate);
    await expect(client().send(over(port, true))).rejects.toMatchObject({ failure: 'tls' });
  });
});

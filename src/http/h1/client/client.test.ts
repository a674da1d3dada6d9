import { describe, expect, it } from 'vitest';
import { BodyTooLargeError } from '../../exchange.ts';
import { client, request } from '../testing/calling.ts';
import { later } from '../testing/raw-connection.ts';
import { heads, ScriptedBackend } from '../testing/scripted-backend.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Answers every request that has come whole with the same bytes. */
const answering = (answer: string): Promise<ScriptedBackend> =>
  ScriptedBackend.start((socket, received) => received.endsWith('\r\n\r\n') && socket.write(answer, 'latin1'));

describe('a request', () => {
  it('goes out as it was given, in one piece', async () => {
    const pieces: string[] = [];
    const backend = await ScriptedBackend.start((socket, received) => {
      pieces.push(received);
      socket.write(OK);
    });
    const headers = ['X-B', '1', 'host', 'example', 'x-a', '', 'Connection', 'close', 'Transfer-Encoding', 'chunked'];
    await client().send(
      request(backend.port, { method: 'PATCH', path: '/a%2F//b?c=|d', headers, body: Buffer.from('hello') }),
    );
    expect(pieces).toEqual([
      'PATCH /a%2F//b?c=|d HTTP/1.1\r\nX-B: 1\r\nhost: example\r\nx-a: \r\nContent-Length: 5\r\n\r\nhello',
    ]);
  });

  it.each([
    ['GET', ''],
    ['DELETE', ''],
    ['POST', 'Content-Length: 0\r\n'],
    ['PUT', 'Content-Length: 0\r\n'],
  ])('without a body says so where it matters: %s (RFC 9110 section 8.6)', async (method, line) => {
    const backend = await answering(OK);
    await client().send(request(backend.port, { method, headers: [] }));
    expect(backend.received[0]).toBe(`${method} / HTTP/1.1\r\nHost: 127.0.0.1:${backend.port}\r\n${line}\r\n`);
  });

  it('has taken a small body when it was given, whether it leaves at once or waits', async () => {
    const backend = await ScriptedBackend.start((socket, received) => {
      if (received.endsWith('hello')) setTimeout(() => socket.write(OK), 30);
    });
    const sender = client({ limits: { maxConnections: 1 } });
    const responses: Promise<unknown>[] = [];
    // The first waits for its connection, the second for the first; the third finds a connection that is free.
    for (const pauseMs of [0, 100, 0]) {
      const body = Buffer.from('hello');
      responses.push(sender.send(request(backend.port, { method: 'POST', body })));
      body.fill('X');
      await later(pauseMs);
    }
    await Promise.all(responses);
    expect(backend.received[0]?.match(/hello/g)).toHaveLength(3);
  });

  it('streams its body in chunks, or in a length when that is known', async () => {
    const backend = await ScriptedBackend.start(
      (socket, received) => /llo(\r\n0\r\n\r\n)?$/.test(received) && socket.write(OK),
    );
    const sender = client();
    await sender.send(request(backend.port, { method: 'POST', body: pieces('he', 'llo') }));
    await sender.send(request(backend.port, { method: 'POST', body: pieces('he', 'llo'), contentLength: 5 }));
    const [chunked = '', known = ''] = (backend.received.join('') ?? '').split('0\r\n\r\n');
    expect(chunked).toMatch(/Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n$/);
    expect(known).toMatch(/Content-Length: 5\r\n\r\nhello$/);
  });

  it.each([
    ['a path with a line break', { path: '/ HTTP/1.1\r\nX: y' }],
    ['a header with a line break', { headers: ['X', 'a\r\nY: b'] }],
    ['a method with a space', { method: 'GET /' }],
  ])('is not sent with %s', async (_, what) => {
    const backend = await answering(OK);
    await expect(client().send(request(backend.port, what))).rejects.toThrow(TypeError);
    expect(backend.sockets).toHaveLength(0);
  });
});

describe('a response', () => {
  it.each([
    ['of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\nX: y\r\n\r\n'],
    [
      'behind interim ones',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
    ],
  ])('%s is read, and its connection used again', async (_, answer) => {
    const backend = await answering(answer);
    const sender = client();
    for (let sent = 0; sent < 3; sent++) {
      const response = await sender.send(request(backend.port));
      expect(response.status).toBe(200);
      expect(String(await response.readBody(5))).toBe('hello');
    }
    expect(backend.sockets).toHaveLength(1);
  });

  it.each([1, 7])('may come in pieces of %d bytes', async (step) => {
    const answer =
      'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';
    const backend = await ScriptedBackend.start(async (socket) => {
      socket.setNoDelay(true);
      for (let at = 0; at < answer.length; at += step) {
        socket.write(answer.slice(at, at + step));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const response = await client().send(request(backend.port));
    expect(response.headers).toEqual(['X-A', '1', 'Transfer-Encoding', 'chunked']);
    const parts: string[] = [];
    for await (const piece of response.streamBody()) parts.push(String(piece));
    expect(parts.join('')).toBe('hello');
  });

  it('may end with its connection, which is then not used again', async () => {
    const backend = await ScriptedBackend.start((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nhello'));
    const sender = client();
    for (let sent = 0; sent < 2; sent++) {
      expect(String(await (await sender.send(request(backend.port))).readBody(5))).toBe('hello');
    }
    expect(backend.sockets).toHaveLength(2);
  });

  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n'],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n'],
  ])('to %s has no body: %j', async (method, answer) => {
    const backend = await answering(answer);
    const sender = client();
    for (let sent = 0; sent < 2; sent++) {
      expect(await (await sender.send(request(backend.port, { method }))).readBody(0)).toHaveLength(0);
    }
    expect(backend.sockets).toHaveLength(1);
  });

  it('with a body beyond the limit is given up with its connection', async () => {
    const backend = await answering(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello!\r\n`);
    const response = await client().send(request(backend.port));
    await expect(response.readBody(5)).rejects.toThrow(BodyTooLargeError);
    await backend.untilClosed(0);
  });

  it('of many megabytes is read no faster than somebody takes it', async () => {
    const answer = Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 30000000\r\n\r\n'),
      Buffer.alloc(30_000_000),
    ]);
    const backend = await ScriptedBackend.start((socket) => socket.write(answer));
    const response = await client().send(request(backend.port));
    await later(200);
    expect(backend.sockets[0]?.writableLength).toBeGreaterThan(0);
    let bytes = 0;
    for await (const piece of response.streamBody()) bytes += piece.length;
    expect(bytes).toBe(30_000_000);
  });
});

describe('a connection', () => {
  it('is not used again when the backend says so', async () => {
    const backend = await answering('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    const sender = client();
    for (let sent = 0; sent < 2; sent++) await (await sender.send(request(backend.port))).readBody(0);
    expect(backend.sockets).toHaveLength(2);
  });

  it('is not used again when more came than was asked for', async () => {
    const backend = await answering(`${OK}HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged`);
    const sender = client();
    for (let sent = 0; sent < 2; sent++) {
      expect(String(await (await sender.send(request(backend.port))).readBody(10))).toBe('ok');
    }
    expect(backend.sockets).toHaveLength(2);
  });

  it('that is idle is given up when the backend sends unasked, or closes it', async () => {
    const backend = await answering(OK);
    const sender = client();
    await (await sender.send(request(backend.port))).readBody(10);
    backend.sockets[0]?.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged');
    await later(50);
    expect(String(await (await sender.send(request(backend.port))).readBody(10))).toBe('ok');
    backend.sockets[1]?.end();
    await later(50);
    expect(String(await (await sender.send(request(backend.port))).readBody(10))).toBe('ok');
    expect(backend.sockets).toHaveLength(3);
  });

  it('is closed when it was idle for its time, or shortly before the backend would close it', async () => {
    const backend = await answering(OK);
    const hinting = await answering('HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 2\r\n\r\nok');
    const patient = client({ limits: { idleMs: 60_000 } });
    const impatient = client({ limits: { idleMs: 100 } });
    await (await impatient.send(request(backend.port))).readBody(10);
    await (await patient.send(request(hinting.port))).readBody(10);
    await (await patient.send(request(backend.port))).readBody(10);
    await later(250);
    expect(backend.sockets.map((socket) => socket.closed || socket.readableEnded)).toEqual([true, false]);
    await later(450);
    expect(hinting.sockets[0]?.readableEnded).toBe(true);
  });
});

describe('the limit of connections', () => {
  it('lets further requests wait, first come first served, and no more of them than may', async () => {
    const backend = await ScriptedBackend.start((socket, received) => {
      const answered = heads(received);
      setTimeout(() => socket.write(`HTTP/1.1 200 OK\r\nX-Sent: ${answered}\r\nContent-Length: 0\r\n\r\n`), 20);
    });
    const sender = client({ limits: { maxConnections: 2, maxWaiting: 3 } });
    const order: number[] = [];
    const sent = Array.from({ length: 6 }, (_, place) =>
      sender.send(request(backend.port)).then(
        () => void order.push(place),
        (error: unknown) => error,
      ),
    );
    expect(await sent[5]).toMatchObject({ failure: 'connect' });
    await Promise.all(sent);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(backend.sockets).toHaveLength(2);
  });

  it('counts waiting as time', async () => {
    const backend = await ScriptedBackend.start(() => undefined);
    const sender = client({ limits: { maxConnections: 1 } });
    const first = sender.send(request(backend.port, { timeoutMs: 400 }));
    first.catch(() => undefined);
    await expect(sender.send(request(backend.port, { timeoutMs: 100 }))).rejects.toMatchObject({ failure: 'timeout' });
    await expect(first).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('lets a waiting request be given up', async () => {
    const backend = await ScriptedBackend.start(() => undefined);
    const sender = client({ limits: { maxConnections: 1 } });
    sender.send(request(backend.port)).catch(() => undefined);
    const controller = new AbortController();
    const waiting = sender.send(request(backend.port), controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ failure: 'aborted' });
  });
});

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const piece of texts) yield Buffer.from(piece);
}

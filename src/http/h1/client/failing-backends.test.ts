import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { client, request } from '../testing/calling.ts';
import { later } from '../testing/raw-connection.ts';
import { heads, ScriptedBackend } from '../testing/scripted-backend.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

describe('why there is no response', () => {
  it('connect: nobody listens', async () => {
    const sent = client().send(request(await unusedPort()));
    await expect(sent).rejects.toMatchObject({ name: 'UpstreamError', failure: 'connect' });
  });

  it('connect: the name is unknown', async () => {
    const origin = { protocol: 'http:', hostname: 'no-such-host.invalid', port: 80 } as const;
    await expect(client().send(request(0, { origin }))).rejects.toMatchObject({ failure: 'connect' });
  });

  it('connect: no connection in time', async () => {
    const lookup = (): void => undefined;
    const origin = { protocol: 'http:', hostname: 'slow.example', port: 80 } as const;
    const sender = client({ lookup, limits: { connectTimeoutMs: 100 } });
    await expect(sender.send(request(0, { origin }))).rejects.toMatchObject({ failure: 'connect' });
  });

  it('timeout: the backend is silent', async () => {
    const backend = await ScriptedBackend.start(() => undefined);
    const startedAtMs = performance.now();
    await expect(client().send(request(backend.port, { timeoutMs: 150 }))).rejects.toMatchObject({
      failure: 'timeout',
    });
    expect(performance.now() - startedAtMs).toBeGreaterThan(140);
    expect(performance.now() - startedAtMs).toBeLessThan(2_000);
  });

  it('timeout: the head drips, or interim responses come for ever', async () => {
    for (const drop of ['X: y\r\n', 'HTTP/1.1 102 Processing\r\n\r\n']) {
      const backend = await ScriptedBackend.start((socket) => {
        if (drop.startsWith('X')) socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write(drop), 10);
        socket.on('close', () => clearInterval(drip));
      });
      await expect(client().send(request(backend.port, { timeoutMs: 150 }))).rejects.toMatchObject({
        failure: 'timeout',
      });
    }
  });

  it.each([
    ['closes at once', ''],
    ['closes within the head', 'HTTP/1.1 200 OK\r\nContent-'],
  ])('reset: the backend %s', async (_, answer) => {
    const backend = await ScriptedBackend.start((socket) => socket.end(answer));
    await expect(client().send(request(backend.port))).rejects.toMatchObject({ failure: 'reset' });
  });

  it('reset: the backend resets', async () => {
    const backend = await ScriptedBackend.start((socket) => socket.resetAndDestroy());
    await expect(client().send(request(backend.port))).rejects.toMatchObject({ failure: 'reset' });
  });

  it.each([
    ['something else', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ['both framings', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok'],
    ['a folded line', 'HTTP/1.1 200 OK\r\nX: y\r\n z\r\nContent-Length: 2\r\n\r\nok'],
    ['a change of protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(70_000)}`],
  ])('protocol: the backend says %s', async (_, answer) => {
    const backend = await ScriptedBackend.start((socket) => socket.write(answer));
    await expect(client().send(request(backend.port))).rejects.toMatchObject({ failure: 'protocol' });
  });

  it('aborted: nobody wants it any more, and the backend sees the connection go', async () => {
    const backend = await ScriptedBackend.start(() => undefined);
    const controller = new AbortController();
    const sent = client().send(request(backend.port), controller.signal);
    while (backend.sockets.length === 0) await later(5);
    controller.abort();
    await expect(sent).rejects.toMatchObject({ failure: 'aborted' });
    await backend.untilClosed(0);
    await expect(client().send(request(backend.port), controller.signal)).rejects.toMatchObject({ failure: 'aborted' });
  });

  it('aborted: the source of the request body fails', async () => {
    const backend = await ScriptedBackend.start(() => undefined);
    const sent = client().send(request(backend.port, { method: 'POST', body: failing() }));
    await expect(sent).rejects.toMatchObject({ failure: 'aborted' });
    expect(backend.received[0]).not.toContain('0\r\n\r\n');
  });
});

describe('a body that does not arrive whole fails', () => {
  it.each([
    ['closes', 'reset', (socket: Socket) => socket.end()],
    ['resets', 'reset', (socket: Socket) => socket.resetAndDestroy()],
    ['stands still', 'timeout', () => undefined],
    ['breaks the chunks', 'protocol', (socket: Socket) => socket.write('zz\r\n')],
  ])('when the backend %s', async (_, failure, act) => {
    const backend = await ScriptedBackend.start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n');
      setTimeout(() => act(socket), 30);
    });
    const response = await client({ limits: { bodyTimeoutMs: 150 } }).send(request(backend.port));
    await expect(response.readBody(100)).rejects.toMatchObject({ failure });
  });

  it('when its time is over', async () => {
    const backend = await ScriptedBackend.start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => clearInterval(drip));
    });
    const response = await client().send(request(backend.port, { timeoutMs: 200 }));
    await expect(response.readBody(1_000_000)).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('when it is given up', async () => {
    const backend = await ScriptedBackend.start((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhe'),
    );
    const response = await client().send(request(backend.port));
    const read = response.readBody(100);
    response.discard();
    await expect(read).rejects.toMatchObject({ failure: 'aborted' });
  });
});

describe('a kept connection that turns out to be dead', () => {
  /** Answers the first request of the first connection, and closes it instead of answering the second. */
  const dying = (lastWords: string): Promise<ScriptedBackend> =>
    ScriptedBackend.start((socket, received, connection) => {
      if (connection === 0 && heads(received) > 1) socket.end(lastWords);
      else socket.write(OK);
    });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])(
    'lets %s be sent once more (RFC 9110 section 9.2.2)',
    async (method) => {
      const backend = await dying('');
      const sender = client();
      await (await sender.send(request(backend.port))).readBody(10);
      const body = method === 'PUT' ? Buffer.from('hello') : Buffer.alloc(0);
      expect((await sender.send(request(backend.port, { method, body }))).status).toBe(200);
      expect(backend.sockets).toHaveLength(2);
      if (method === 'PUT') expect(backend.received[1]).toMatch(/hello$/);
    },
  );

  it('does not let POST be sent once more', async () => {
    const backend = await dying('');
    const sender = client();
    await (await sender.send(request(backend.port))).readBody(10);
    const sent = sender.send(request(backend.port, { method: 'POST' }));
    await expect(sent).rejects.toMatchObject({ failure: 'reset' });
    expect(backend.sockets).toHaveLength(1);
  });

  it('does not let a body be sent once more that is gone', async () => {
    const backend = await dying('');
    const sender = client();
    await (await sender.send(request(backend.port))).readBody(10);
    const sent = sender.send(request(backend.port, { method: 'PUT', body: one() }));
    await expect(sent).rejects.toMatchObject({ failure: 'reset' });
  });

  it('does not let anything be sent once more that was answered with a byte', async () => {
    const backend = await dying('H');
    const sender = client();
    await (await sender.send(request(backend.port))).readBody(10);
    await expect(sender.send(request(backend.port))).rejects.toMatchObject({ failure: 'reset' });
  });

  it('is followed by one attempt, not by many', async () => {
    const backend = await ScriptedBackend.start((socket, received, connection) => {
      if (connection === 0 && heads(received) === 1) socket.write(OK);
      else socket.end();
    });
    const sender = client();
    await (await sender.send(request(backend.port))).readBody(10);
    await expect(sender.send(request(backend.port))).rejects.toMatchObject({ failure: 'reset' });
    expect(backend.sockets).toHaveLength(2);
  });
});

it('takes an answer that comes before the request has been sent whole, and does not use the connection again', async () => {
  const backend = await ScriptedBackend.start((socket, received) => {
    if (heads(received) === 1) socket.write('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n');
  });
  const sender = client();
  const response = await sender.send(request(backend.port, { method: 'POST', body: endless() }));
  expect(response.status).toBe(413);
  await backend.untilClosed(0);
});

async function* one(): AsyncGenerator<Buffer> {
  yield Buffer.from('hello');
}

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('he');
  await later(20);
  throw new Error('The source has failed.');
}

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.alloc(1_000);
    await later(5);
  }
}

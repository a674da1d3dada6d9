import net, { connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type HeldSocket, holdSocket } from './held-socket.ts';
import { listening } from './listening.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function held(host: string, port = 0): Promise<HeldSocket> {
  const socket = await holdSocket(host, port);
  undo.push(() => socket.close());
  return socket;
}

/** Resolves with the open connection, or with the code of what refused it. */
function connecting(host: string, port: number): Promise<Socket | string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    undo.push(() => socket.destroy());
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}

async function listener(host: string, { port, handle }: HeldSocket): Promise<net.Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  await listening(server, { host, port, socket: handle });
  return server;
}

it.each(['127.0.0.1', '::1', 'localhost'])('on %s takes no connection before anybody listens', async (host) => {
  expect(await connecting(host, (await held(host)).port)).toBe('ECONNREFUSED');
});

it('is bound to the port that was asked for, in IPv6 too', async () => {
  const first = await held('::1');
  first.close();
  expect((await held('::1', first.port)).port).toBe(first.port);
});

it.each([
  ['EADDRNOTAVAIL', '192.0.2.1'],
  ['ENOTFOUND', 'no-such-host.invalid'],
])('fails with %s as listening does', async (code, host) => {
  await expect(holdSocket(host, 0)).rejects.toMatchObject({ code });
});

describe.each(['with', 'without'])("%s what Node's documentation does not name", (which) => {
  function restrict(): void {
    if (which === 'with') return;
    const inner = net as unknown as { _createServerHandle: unknown };
    const original = inner._createServerHandle;
    inner._createServerHandle = undefined;
    undo.push(() => {
      inner._createServerHandle = original;
    });
  }

  it('says which port is taken', async () => {
    restrict();
    const other = createServer();
    await listening(other, { host: '127.0.0.1', port: 0 });
    undo.push(() => other.close());
    const { port } = other.address() as net.AddressInfo;
    await expect(holdSocket('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('a server listens on the port that was found', async () => {
    restrict();
    const socket = await held('127.0.0.1');
    const server = await listener('127.0.0.1', socket);
    undo.push(() => server.close());
    expect((server.address() as net.AddressInfo).port).toBe(socket.port);
    expect(await connecting('127.0.0.1', socket.port)).toBeInstanceOf(net.Socket);
  });

  it('the port is free when it is closed', async () => {
    restrict();
    const socket = await held('127.0.0.1');
    socket.close();
    const other = createServer();
    await listening(other, { host: '127.0.0.1', port: socket.port });
    other.close();
  });
});

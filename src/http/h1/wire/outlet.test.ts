import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { Outlet, type OutletEvents } from './outlet.ts';
import { COPIED_BYTES } from './send.ts';
import { streamWrap } from './stream-wrap.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Both ends of a TCP connection. */
async function pair(): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Paused, it learns of the other end's doings by writing alone.
  const near = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }).pause();
  const [[far]] = (await Promise.all([once(server, 'connection'), once(near, 'connect')])) as [[Socket], unknown];
  near.on('error', () => undefined);
  far.on('error', () => undefined);
  far.pause();
  closers.push(() => {
    near.destroy();
    far.destroy();
    server.close();
  });
  return { near, far };
}

/** Everything that comes until the end. */
async function received(far: Socket): Promise<string> {
  let text = '';
  far.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1');
  });
  far.resume();
  await once(far, 'end');
  return text;
}

const deaf: OutletEvents = { onBlocked: () => undefined, onDrain: () => undefined };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sends until the other end takes no more. */
function fill(outlet: Outlet): string {
  let sent = '';
  for (let n = 0; !outlet.blocked; n++) {
    outlet.send('', Buffer.from(line(n)));
    outlet.flush();
    sent += line(n);
  }
  return sent;
}

const line = (n: number): string => `${n}:${'x'.repeat(1_000)}\n`;

it('Node lets us write below its streams here, so these tests test that', () => {
  expect(streamWrap).toBeDefined();
});

describe('an outlet', () => {
  it('sends heads alone and with their bodies, a character a byte, all in order', async () => {
    const { near, far } = await pair();
    const outlet = new Outlet(near, deaf);
    outlet.send('head \xe9\n', Buffer.alloc(0));
    outlet.send('with ', Buffer.from([0x00, 0xff, 0x0a]));
    outlet.send('large ', Buffer.alloc(COPIED_BYTES + 1, 'z'));
    outlet.send('', new Uint8Array([0x0a]));
    outlet.socket.end('the end');
    expect(await received(far)).toBe(`head \xe9\nwith \x00\xff\nlarge ${'z'.repeat(COPIED_BYTES + 1)}\nthe end`);
  });

  it('sends at the end of the turn what is given in it, in one write', async () => {
    const { near, far } = await pair();
    const outlet = new Outlet(near, deaf);
    outlet.send('one ', Buffer.alloc(0));
    outlet.send('two', Buffer.alloc(0));
    expect(outlet.unsentBytes).toBe(7);
    expect(near.bytesWritten).toBe(0);
    await turn();
    expect(near.bytesWritten).toBe(7);
    expect(outlet.unsentBytes).toBe(0);
    near.end();
    expect(await received(far)).toBe('one two');
  });

  it('is blocked when the other end does not read, keeps the order, and says when there is room', async () => {
    const { near, far } = await pair();
    const told: string[] = [];
    const outlet = new Outlet(near, { onBlocked: () => told.push('blocked'), onDrain: () => told.push('drain') });
    let sent = '';
    for (let n = 0; !outlet.blocked; n++) {
      outlet.send(`${n} `, Buffer.from(line(n)));
      sent += `${n} ${line(n)}`;
      if (n % 10 === 0) await turn();
    }
    expect(told).toEqual(['blocked']);
    expect(outlet.unsentBytes).toBeGreaterThan(0);
    // What is given to a blocked outlet, or to its socket, waits behind.
    outlet.send('more ', Buffer.from('of it\n'));
    outlet.socket.write('by the socket\n');
    outlet.send('and again', Buffer.alloc(0));
    await turn();
    sent += 'more of it\nby the socket\nand again';
    expect(told).not.toContain('drain');
    const all = received(far);
    while (!told.includes('drain')) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(outlet.blocked).toBe(false);
    while (outlet.unsentBytes > 0) await turn();
    near.end();
    expect(await all).toBe(sent);
  });

  it('can be used at once for another connection while one is blocked', async () => {
    const blocked = await pair();
    const free = await pair();
    const first = new Outlet(blocked.near, deaf);
    const second = new Outlet(free.near, deaf);
    const sent = fill(first);
    second.send('other ', Buffer.from('body'));
    second.socket.end();
    blocked.near.end();
    expect(await received(free.far)).toBe('other body');
    expect(await received(blocked.far)).toBe(sent);
  });

  it('lets the end of a connection wait for what it holds', async () => {
    const { near, far } = await pair();
    const outlet = new Outlet(near, deaf);
    const sent = fill(outlet);
    outlet.send('last', Buffer.alloc(0));
    outlet.socket.end();
    expect(await received(far)).toBe(`${sent}last`);
  });

  it('destroys the socket with the system’s error when the other end has reset the connection', async () => {
    const { near, far } = await pair();
    const outlet = new Outlet(near, deaf);
    far.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const failed = once(near, 'error');
    outlet.send('too late', Buffer.alloc(0));
    const [error] = await failed;
    expect(error).toMatchObject({ syscall: 'write', code: expect.stringMatching(/^(EPIPE|ECONNRESET)$/) });
    expect(near.destroyed).toBe(true);
  });

  it('says nothing of a drain, and throws nothing, when its socket was destroyed meanwhile', async () => {
    const { near } = await pair();
    let drained = 0;
    const outlet = new Outlet(near, { onBlocked: () => undefined, onDrain: () => drained++ });
    fill(outlet);
    near.destroy();
    await once(near, 'close');
    outlet.send('nobody', Buffer.alloc(0));
    await turn();
    expect(drained).toBe(0);
  });

  it('writes to what is no TCP socket by the stream', () => {
    const chunks: string[] = [];
    const stream = new Duplex({
      read() {
        // Gives nothing.
      },
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString('latin1'));
        done();
      },
    }) as unknown as Socket;
    new Outlet(stream, deaf).send('head ', Buffer.from('body'));
    expect(chunks.join('')).toBe('head body');
  });
});

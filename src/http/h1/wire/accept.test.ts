import { connect, createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { acceptInto } from './accept.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer({ allowHalfOpen: true });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return { server, port: address.port };
}

/** Gives back in capitals what comes, and notes into which memory it was read. */
function shout(server: Server): Set<ArrayBufferLike> {
  const buffers = new Set<ArrayBufferLike>();
  acceptInto(server, (socket) => ({
    onBytes(bytes, end) {
      buffers.add(bytes.buffer);
      socket.write(bytes.toString('latin1', 0, end).toUpperCase());
    },
    onEnd: () => socket.end(),
    onDrain: () => undefined,
    onClose: () => undefined,
  }));
  return buffers;
}

function say(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += String(bytes);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.end(text);
  });
}

it('reads all connections into one buffer', async () => {
  const { server, port } = await listening();
  const buffers = shout(server);
  expect(await Promise.all([say(port, 'one'), say(port, 'two'), say(port, 'three')])).toEqual(['ONE', 'TWO', 'THREE']);
  expect(buffers.size).toBe(1);
});

it('takes connections that come as events too, as they would where the handle has no callback', async () => {
  const { server: accepting, port } = await listening();
  const { server } = await listening();
  shout(server);
  accepting.on('connection', (socket) => server.emit('connection', socket));
  expect(await say(port, 'hello')).toBe('HELLO');
});

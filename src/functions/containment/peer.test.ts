import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findPeer, holdsSocket, peerOf } from './peer.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => void close()));

async function listen(): Promise<Server> {
  const server = createServer();
  closing.push(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

test.each(['127.0.0.1', '::ffff:127.0.0.1'])('who has connected to %s is told by his socket', async (host) => {
  const server = await listen();
  const { port } = server.address() as AddressInfo;
  const script = `require('node:net').connect(${port}, '${host}')`;
  // The one that connects is a child of the one that we know.
  const child = spawn('sh', ['-c', `'${process.execPath}' -e "${script}"; :`], { detached: true, stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error('There is no shell.');
  closing.push(() => process.kill(-pid, 'SIGKILL'));
  const [socket] = (await once(server, 'connection')) as [Socket];
  closing.push(() => socket.destroy());
  const peer = await peerOf(socket);
  expect(peer?.userId).toBe(process.getuid?.());
  expect(await holdsSocket(pid, peer?.inode ?? '')).toBe(true);
  const other = spawn('sleep', ['60'], { stdio: 'ignore' });
  closing.push(() => other.kill());
  expect(await holdsSocket(other.pid ?? 0, peer?.inode ?? '')).toBe(false);
});

test('a line of the kernel’s table is read by both addresses', () => {
  // The form of proc_pid_net(5).
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 12 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 13 1 0000000000000000 20 4 30 10 -1
`;
  expect(findPeer(table, 0xc001, 8080)).toEqual({ userId: 1000, inode: '13' });
  expect(findPeer(table, 0xc002, 8080)).toBeUndefined();
});

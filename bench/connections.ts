import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startSallyport } from '../test/support/sallyport.ts';
import { deployProxy, sdk } from '../test/support/sdk.ts';
import { startUpstream } from '../test/support/upstream.ts';
import { treeUsage } from './support/process-tree.ts';
import { publish } from './support/table.ts';

const CONNECTIONS = 10_000;
/** Opened at the same time; more would overflow the listener's backlog. */
const AT_ONCE = 200;
const SETTLE_MS = 2_000;
/** Over idle. */
const MOST_MB = 120;

/** What 10,000 clients cost that keep their connection after one request. */
export default async function connections(): Promise<void> {
  const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1']);
  const upstream = await startUpstream((_request, response) => response.end('{"id":1}'));
  const api = await deployProxy(sdk(server.controlUrl), 'users', upstream.url, 'dev');
  const { hostname, port } = new URL(server.gatewayUrl);
  const path = `/_aws/execute-api/${api}/dev/users`;
  const sockets: Socket[] = [];
  const open = async () => {
    const socket = connect({ host: hostname, port: Number(port) });
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    if (!String(answer).startsWith('HTTP/1.1 200')) throw new Error(String(answer));
    socket.resume();
  };
  // What any load costs is not what a connection costs: the code is compiled and the pools are filled first.
  for (let warm = 0; warm < 500; warm += 1) await (await fetch(`${server.gatewayUrl}${path}`)).arrayBuffer();
  const idle = await settled(server.process.pid ?? 0);
  while (sockets.length < CONNECTIONS) await Promise.all(Array.from({ length: AT_ONCE }, open));
  const held = await settled(server.process.pid ?? 0);
  for (const socket of sockets) socket.destroy();
  const after = await settled(server.process.pid ?? 0);
  await server.stop();
  await upstream.stop();
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  await publish('connections', {
    title: '10,000 idle connections',
    head: ['', 'resident, all processes', 'over idle', 'limit'],
    rows: [
      ['idle, warm', mb(idle), '', ''],
      [
        `${CONNECTIONS} idle connections`,
        mb(held),
        `${mb(held - idle)}, ${((held - idle) / CONNECTIONS / 1000).toFixed(1)} kB each`,
        `${MOST_MB} MB`,
      ],
      ['after they have gone', mb(after), mb(after - idle), ''],
    ],
    notes: [`Each connection has sent one request and got its answer; memory ${SETTLE_MS} ms after the last.`],
  });
}

async function settled(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return treeUsage(pid).residentBytes;
}

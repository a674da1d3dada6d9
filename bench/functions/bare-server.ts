import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What the function answers, by `node:http` and nothing else. */
const SOURCE = `
require('node:http')
  .createServer((request, response) => response.end('hello'))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

export interface BareServer {
  readonly url: string;
  stop(): void;
}

/** A server that does nothing else: what a driver sees of it is the machine's and the driver's own, and the little that it does. */
export async function startBareServer(): Promise<BareServer> {
  const child = spawn(process.execPath, ['-e', SOURCE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
}

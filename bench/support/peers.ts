import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../test/support/ports.ts';

/** Another server that does the same job, started for one run. */
export interface Peer {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly readyAfterMs: number;
  stop(): Promise<void>;
}

/** moto's stand-alone server, or undefined where it is not installed. */
export async function startMoto(): Promise<Peer | undefined> {
  if (spawnSync('python3', ['-c', 'import moto.server'], { stdio: 'ignore' }).status !== 0) return undefined;
  const port = await freePort();
  const startedAtMs = performance.now();
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/moto-api/data.json`, child);
  return {
    name: 'moto server',
    url,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - startedAtMs,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The peer ended with ${child.exitCode} before it answered ${url}.`);
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, listening } from '../../support/ports.ts';

/** A real nginx that tells how it framed a stream. */
export interface Nginx {
  /** The targets of the requests that it saw in `stream`, in order. */
  targets(stream: Buffer): Promise<string[]>;
  stop(): Promise<void>;
}

export function nginxInstalled(): boolean {
  return spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;
}

export async function startNginx(): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configuration(folder, port));
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  await listening(port, child);
  return {
    targets: (stream) => targets(port, stream),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** Answers every request with a line that names its target. */
function configuration(folder: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  return `
    daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 64; }
    http {
      access_log off; ${paths.join(' ')}
      server { listen 127.0.0.1:${port}; location / { return 200 "saw $request_uri\\n"; } }
    }`;
}

/** Sends all bytes, and reads until nginx has been silent for a while: it keeps the connection for more. */
function targets(port: number, stream: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    socket.on('error', reject);
    socket.setTimeout(100, () => socket.destroy());
    socket.on('close', () => resolve(Array.from(answer.matchAll(/^saw (.*)$/gm), (match) => match[1] ?? '')));
    socket.write(stream);
  });
}

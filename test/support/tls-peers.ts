import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, listening } from './ports.ts';

export interface TlsPeer {
  readonly port: number;
  stop(): Promise<void>;
}

export interface TlsPeerOptions {
  readonly certificate: { readonly cert: string; readonly key: string };
  /** Certificates that are trusted; a client must show one that comes of them. */
  readonly clientAuthorities: readonly { readonly cert: string }[];
}

/** A real nginx that says as whom a client came. */
export function startNginx(options: TlsPeerOptions): Promise<TlsPeer> {
  return start(options, async (folder, port) => {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
    const configuration = `
      daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
      events { worker_connections 64; }
      http {
        access_log off; ${paths.join(' ')}
        server {
          listen 127.0.0.1:${port} ssl;
          ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
          ssl_client_certificate ${folder}/clients.pem; ssl_verify_client on;
          location / { return 200 "verified $ssl_client_verify of $ssl_client_s_dn\\n"; }
        }
      }`;
    await writeFile(join(folder, 'nginx.conf'), configuration);
    return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  });
}

/** OpenSSL's own server, which says why it refuses a certificate. */
export function startOpenssl(options: TlsPeerOptions & { readonly version: 'TLSv1.2' | 'TLSv1.3' }): Promise<TlsPeer> {
  return start(options, async (folder, port) => {
    const version = options.version === 'TLSv1.2' ? '-tls1_2' : '-tls1_3';
    const files = ['-cert', 'cert.pem', '-key', 'key.pem', '-CAfile', 'clients.pem'];
    const demand = ['-Verify', '1', '-verify_return_error', '-www', '-quiet'];
    const args = ['s_server', '-accept', `127.0.0.1:${port}`, version, ...files, ...demand];
    return spawn('openssl', args, { cwd: folder, stdio: 'ignore' });
  });
}

async function start(
  { certificate, clientAuthorities }: TlsPeerOptions,
  run: (folder: string, port: number) => Promise<ChildProcess>,
): Promise<TlsPeer> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-tls-'));
  const port = await freePort();
  await writeFile(join(folder, 'cert.pem'), certificate.cert);
  await writeFile(join(folder, 'key.pem'), certificate.key, { mode: 0o600 });
  await writeFile(join(folder, 'clients.pem'), clientAuthorities.map(({ cert }) => `${cert}\n`).join(''));
  const child = await run(folder, port);
  await listening(port, child);
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, listening } from '../support/ports.ts';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, known, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// Issue 5, "Real parts in the tests": a real nginx and a real Node server as backends, the one over TLS with a private authority.
const hasPeers = ['nginx', 'openssl'].every((name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined);

describe.skipIf(!hasPeers)('backends (need nginx and openssl)', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let node: Awaited<ReturnType<typeof startUpstream>>;
  let nginx: ChildProcess;
  let server: Sallyport;
  let secure: string;
  let client: Sdk;

  beforeAll(async () => {
    folder = await temporaryFolder();
    makeCertificates(folder.path);
    const port = await freePort();
    secure = `https://localhost:${port}`;
    await writeFile(join(folder.path, 'nginx.conf'), configuration(folder.path, port));
    nginx = spawn('nginx', ['-c', join(folder.path, 'nginx.conf'), '-e', join(folder.path, 'error.log')]);
    node = await startUpstream((request, response) => {
      response.setHeader('X-Backend', 'node');
      response.end(`${request.method} ${request.url}`);
    });
    const environment = { NODE_EXTRA_CA_CERTS: join(folder.path, 'ca.pem') };
    server = await startSallyport(['--ephemeral', '--max-workers', '1'], { environment });
    client = sdk(server.controlUrl);
    await listening(port, nginx);
  });
  afterAll(async () => {
    nginx.kill('SIGTERM');
    await Promise.all([server.stop(), node.stop(), nginx.exitCode === null && once(nginx, 'exit')]);
    await folder.remove();
  });

  const call = async (api: string, init?: RequestInit) => {
    const response = await fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/x`, init);
    return `${response.status} ${await response.text()}`;
  };

  /** Integrations of both kinds to one address. */
  async function deployBoth(
    uri: string,
    tlsConfig?: { insecureSkipVerification: boolean },
  ): Promise<readonly string[]> {
    const proxy = await deployProxy(client, 'x', uri, 'dev', tlsConfig && { tlsConfig });
    const mapped = await deployProxy(client, 'x', uri, 'dev', { type: 'HTTP', ...(tlsConfig && { tlsConfig }) });
    const { items } = await client.apis.getResources({ restApiId: mapped });
    const resourceId = known(items?.find(({ path }) => path === '/x')?.id);
    const method = { restApiId: mapped, resourceId, httpMethod: 'ANY', statusCode: '200' };
    await client.apis.putMethodResponse(method);
    await client.apis.putIntegrationResponse(method);
    await client.apis.createDeployment({ restApiId: mapped, stageName: 'dev' });
    return [proxy, mapped];
  }

  test('nginx over TLS is verified by the private authority', async () => {
    for (const api of await deployBoth(`${secure}/here?a=1`)) {
      expect(await call(api)).toBe('200 GET /here?a=1 by localhost\n');
      expect(await call(api, { method: 'POST', body: '{"a":1}' })).toBe('200 POST /here?a=1 by localhost\n');
    }
  });

  test('a name that its certificate does not have is refused, whatever is skipped (guide: tlsConfig)', async () => {
    const uri = secure.replace('localhost', '127.0.0.1');
    for (const tlsConfig of [undefined, { insecureSkipVerification: true }])
      for (const api of await deployBoth(uri, tlsConfig)) {
        expect(await call(api)).toBe('504 {"message": "Network error communicating with endpoint"}');
      }
  });

  test('a Node server answers over plain HTTP', async () => {
    for (const api of await deployBoth(`${node.url}/there`)) {
      expect(await call(api, { method: 'PUT', body: 'x' })).toBe('200 PUT /there');
    }
  });
});

/** An authority, and a certificate of it for `localhost`. */
function makeCertificates(folder: string): void {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', [...args], { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-subj', '/CN=Private authority');
  openssl('req', ...key, '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=localhost');
  const extensions = join(folder, 'extensions');
  writeFileSync(extensions, 'subjectAltName=DNS:localhost\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-days', '2', '-extfile', extensions];
  openssl('x509', '-req', '-in', 'request.pem', '-out', 'cert.pem', ...signing);
}

function configuration(folder: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  return `
    daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 64; }
    http {
      access_log off; ${paths.join(' ')}
      server {
        listen 127.0.0.1:${port} ssl; server_name localhost;
        ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
        location / { return 200 "$request_method $request_uri by $ssl_server_name\\n"; }
      }
    }`;
}

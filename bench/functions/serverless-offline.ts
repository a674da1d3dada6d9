import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';

/** The last versions that need no account with anybody. */
const PACKAGES = ['serverless@3', 'serverless-offline@13'];

export interface Offline {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The same function behind serverless-offline; undefined where npm cannot get it. */
export async function startServerlessOffline(folder: string): Promise<Offline | undefined> {
  const home = join(folder, 'serverless-offline');
  await mkdir(home, { recursive: true });
  const [port, lambdaPort] = [await freePort(), await freePort()];
  await writeFile(join(home, 'package.json'), '{}');
  await writeFile(join(home, 'handler.js'), `exports.hello = async () => ({ statusCode: 200, body: 'hello' });\n`);
  await writeFile(
    join(home, 'serverless.yml'),
    `service: bench
frameworkVersion: '3'
provider: { name: aws, runtime: nodejs20.x }
plugins: [serverless-offline]
custom: { serverless-offline: { host: 127.0.0.1, httpPort: ${port}, lambdaPort: ${lambdaPort}, noPrependStageInUrl: true } }
functions:
  hello: { handler: handler.hello, events: [{ http: { path: hello, method: get } }] }
`,
  );
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  if (spawnSync('npm', install, { cwd: home, stdio: 'ignore' }).status !== 0) return undefined;
  const child = spawn(process.execPath, ['node_modules/serverless/bin/serverless.js', 'offline'], {
    cwd: home,
    stdio: 'ignore',
    env: {
      ...process.env,
      SLS_TELEMETRY_DISABLED: '1',
      SLS_NOTIFICATIONS_MODE: 'off',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    },
  });
  const url = `http://127.0.0.1:${port}/hello`;
  while ((await fetch(url).catch(() => undefined))?.status !== 200) {
    if (child.exitCode !== null) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

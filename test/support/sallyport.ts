import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';

/** What is started, unless a test has an installation of its own. */
const BUILT = { folder: packageRoot, node: process.execPath };
/** What somebody signs with. */
export interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

/** The root user's. */
export const credentials: Key = {
  accessKeyId: 'AKIATESTTESTTESTTEST',
  secretAccessKey: 'test-secret-test-secret-test-secret-1234',
};

export interface Sallyport {
  readonly process: ChildProcess;
  readonly controlUrl: string;
  readonly gatewayUrl: string;
  /** Milliseconds from spawning the command to the first 200 of `GET /health`. */
  readonly readyAfterMs: number;
  /** Everything that the process has printed so far. */
  output(): string;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
  /** SIGKILL to the control process, and waits for the end of the whole tree. */
  kill(): Promise<void>;
}

/** What differs from a start of the built command with our credentials. */
export interface StartOptions {
  /** Known before the start; absent for any that is free. */
  readonly controlPort?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly installation?: { readonly folder: string; readonly node: string };
}

/** Starts the built command on free ports and waits until it is ready. */
export async function startSallyport(flags: readonly string[], options: StartOptions = {}): Promise<Sallyport> {
  const startedAtMs = performance.now();
  const args = ['start', '--control-port', String(options.controlPort ?? 0), '--gateway-port', '0', ...flags];
  const child = run(args, options.environment, options.installation);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'exit');
  const controlUrl = await printed(child, () => output, 'Control API');
  await healthy(controlUrl);
  return {
    process: child,
    controlUrl,
    gatewayUrl: await printed(child, () => output, 'Gateway'),
    readyAfterMs: performance.now() - startedAtMs,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface RunOptions {
  readonly folder?: string;
  readonly node?: string;
  /** Where standard output goes: to a file of this number, or to the test. */
  readonly output?: number | 'pipe';
}

/** Runs the built command with our credentials and nothing of the caller's `SALLYPORT_*` or `AWS_*`. */
export function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { folder = BUILT.folder, node = BUILT.node, output = 'pipe' }: RunOptions = {},
): ChildProcess {
  return spawn(node, [join(folder, 'dist', 'sallyport.js'), ...args], {
    stdio: ['ignore', output, 'pipe'],
    env: {
      ...cleanEnvironment(),
      SALLYPORT_ROOT_ACCESS_KEY_ID: credentials.accessKeyId,
      SALLYPORT_ROOT_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...environment,
    },
  });
}

/** What the AWS CLI, boto3 and our examples need to reach this server. */
export function clientEnvironment(server: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'>): NodeJS.ProcessEnv {
  return {
    ...cleanEnvironment(),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    // What whoever runs the tests has set for his own clients shall not count.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    SALLYPORT_CONTROL: server.controlUrl,
    SALLYPORT_GATEWAY: server.gatewayUrl,
  };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SALLYPORT|AWS)_/.test(name)));
}

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

async function printed(child: ChildProcess, output: () => string, label: string): Promise<string> {
  const pattern = new RegExp(`${label}\\s+(http://\\S+)`);
  for (;;) {
    const url = pattern.exec(output())?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`Sallyport ended with ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function healthy(controlUrl: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${controlUrl}/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

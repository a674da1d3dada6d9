import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutionRequest, FunctionRuntime, FunctionVersion, InvocationSuccess } from '../../model/index.ts';
import { createFunctionRuntime, type FunctionRuntimeOptions } from '../runtime.ts';

/** A runtime on real processes, with a place for functions; for tests. */
export interface Harness {
  readonly runtime: FunctionRuntime;
  /** The folder that instances live in. */
  readonly workDirectory: string;
  /** Every line of every log: `requestId line`. */
  readonly lines: string[];
  /** Writes a function's files and gives its version. A file named `bootstrap` is executable, as are those of extensions. */
  deploy(files: Readonly<Record<string, string>>, settings?: Partial<FunctionVersion>): Promise<FunctionVersion>;
  /** Invokes with a JSON event and reads the JSON answer. Fails when the runtime refuses. */
  invoke(version: FunctionVersion, event?: unknown, request?: Partial<ExecutionRequest>): Promise<Answer>;
  close(): Promise<void>;
}

interface Answer extends InvocationSuccess {
  // biome-ignore lint/suspicious/noExplicitAny: what a function answers is for the test to say
  readonly json: any;
}

export async function startHarness(options: Partial<FunctionRuntimeOptions> = {}): Promise<Harness> {
  const root = await mkdtemp(join(tmpdir(), 'sallyport-functions-'));
  const workDirectory = join(root, 'work');
  const lines: string[] = [];
  const runtime = createFunctionRuntime({
    bootstraps: fileURLToPath(new URL('../bootstraps', import.meta.url)),
    workDirectory,
    codeRoot: root,
    nodePath: process.execPath,
    searchPath: process.env.PATH ?? '',
    // What is tested here looks at instances from outside; test/functions runs them as servers do.
    containment: 'limits',
    templates: false,
    now: () => performance.timeOrigin + performance.now(),
    uuid: randomUUID,
    onLog: ({ requestId, line }) => lines.push(`${requestId} ${line}`),
    ...options,
  });

  return {
    runtime,
    workDirectory,
    lines,
    async deploy(files, settings = {}) {
      const codeDirectory = await mkdtemp(join(root, 'code-'));
      // As code that was uploaded: whoever a function is, it reads its own.
      await chmod(codeDirectory, 0o755);
      await Promise.all(Object.entries(files).map(([name, text]) => writeCode(join(codeDirectory, name), text)));
      return { ...functionVersion(codeDirectory), ...settings };
    },
    async invoke(version, event = {}, request = {}) {
      const payload = Buffer.from(JSON.stringify(event));
      const result = await runtime.invoke(version, { functionArn: version.arn, payload, ...request });
      if (result.kind === 'refused') throw new Error(`${result.reason}: ${result.message}`);
      return { ...result, json: JSON.parse(Buffer.from(result.payload).toString('utf8')) };
    },
    async close() {
      await runtime.close(0);
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function writeCode(path: string, text: string) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  if (path.endsWith('/bootstrap') || path.includes('/extensions/')) await chmod(path, 0o755);
}

function functionVersion(codeDirectory: string): FunctionVersion {
  const functionName = `fn-${randomUUID().slice(0, 8)}`;
  return {
    arn: `arn:aws:lambda:eu-central-1:000000000000:function:${functionName}`,
    functionName,
    version: '$LATEST',
    revisionId: randomUUID(),
    runtime: 'nodejs20.x',
    handler: 'index.handler',
    codeDirectory,
    environment: {},
    memorySizeMb: 128,
    // Not three seconds, as in AWS: tests run beside each other on slow machines.
    timeoutMs: 15_000,
    region: 'eu-central-1',
    accountId: '000000000000',
    roleArn: 'arn:aws:iam::000000000000:role/test',
  };
}

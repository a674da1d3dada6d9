import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Call } from '../../../aws/index.ts';
import { createFunctionRuntime } from '../../../functions/index.ts';
import type { AwsClient, FunctionRuntime } from '../../../model/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createLambdaService, type LambdaService, type LambdaServiceOptions } from '../service.ts';
import type { In } from '../types.ts';
import { zipFiles } from './zip.ts';

/** The service over a real store and the real runtime; for tests. */
export interface ServiceHarness {
  /** With every handler there. */
  readonly handlers: Required<LambdaService['handlers']>;
  readonly service: LambdaService;
  readonly runtime: FunctionRuntime;
  readonly codeDirectory: string;
  readonly warnings: string[];
  close(): Promise<void>;
}

const NOW_MS = Date.UTC(2026, 10, 22, 12);

const NO_AWS: AwsClient = {
  endpointUrl: async (service) => `http://${service}.test`,
  call: () => Promise.reject(new Error('There is no AWS here.')),
};

export async function startService(aws?: AwsClient, more: Partial<LambdaServiceOptions> = {}): Promise<ServiceHarness> {
  const root = await mkdtemp(join(tmpdir(), 'sallyport-lambda-'));
  const codeDirectory = join(root, 'code');
  const store = await openSqliteStore({ path: ':memory:' });
  const runtime = createFunctionRuntime({
    bootstraps: fileURLToPath(new URL('../../../functions/bootstraps', import.meta.url)),
    workDirectory: join(root, 'work'),
    // Tests look at what functions do by files of this machine.
    containment: 'limits',
    codeRoot: codeDirectory,
    nodePath: process.execPath,
    searchPath: process.env.PATH ?? '',
    now: Date.now,
    uuid: randomUUID,
  });
  const warnings: string[] = [];
  const service = createLambdaService({
    store,
    runtime,
    codeDirectory,
    eventsFile: join(root, 'events.jsonl'),
    aws: aws ?? NO_AWS,
    downloads: { key: Buffer.from('key'), baseUrl: () => 'http://control.test' },
    identities: { findCaller: async () => undefined, findRole: async () => undefined },
    now: Date.now,
    uuid: randomUUID,
    random: Math.random,
    urlAddress: (urlId, region) => `http://${urlId}.lambda-url.${region}.test/`,
    functionsChanged: async () => undefined,
    warn: (message) => warnings.push(message),
    ...more,
  });
  return {
    handlers: service.handlers as Required<LambdaService['handlers']>,
    service,
    runtime,
    codeDirectory,
    warnings,
    async close() {
      service.stopEvents();
      await runtime.close(0);
      await service.close();
      await store.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A call of the root user. */
export function call(region = 'us-east-1'): Call {
  const accountId = '000000000000';
  const arn = `arn:aws:iam::${accountId}:root`;
  const principal = { arn, accountId, userId: accountId, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };
  return { scope: { accountId, region }, principal, requestId: randomUUID(), nowMs: NOW_MS };
}

/** A complete input of `CreateFunction` for a Node.js function with this source. */
export function functionInput(
  FunctionName: string,
  source: string,
  more: Partial<In<'createFunction'>> = {},
): In<'createFunction'> {
  return {
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/test',
    Code: { ZipFile: zipFiles({ 'index.js': source }) },
    ...more,
  };
}

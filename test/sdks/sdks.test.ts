import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import yauzl from 'yauzl';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { credentials, temporaryFolder } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { Sha256 } from '../support/sha256.ts';
import { JAVA, JAVASCRIPT, PYTHON, TYPESCRIPT } from './drivers.ts';
import { type Seen, startEcho } from './echo.ts';
import { deployPets } from './pets-api.ts';

let backend: Awaited<ReturnType<typeof startEcho>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let client: Sdk;
let restApiId: string;
let apiKey: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  backend = await startEcho();
  client = sdk(inject('sallyport').controlUrl);
  ({ restApiId, apiKey } = await deployPets(client, backend.url));
});
afterAll(async () => {
  backend.stop();
  await folder.remove();
});

/** Generates a client and unpacks it into a folder of its own. */
async function unpack(sdkType: string, parameters: Record<string, string> = {}): Promise<string> {
  const { body, contentDisposition } = await client.apis.getSdk({ restApiId, stageName: 'v1', sdkType, parameters });
  expect(contentDisposition).toMatch(
    new RegExp(`^attachment; filename="${sdkType}_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\dZ\\.zip"$`),
  );
  const target = join(folder.path, sdkType);
  const zip = await yauzl.fromBufferPromise(Buffer.from(body as Uint8Array));
  for await (const entry of zip.eachEntry()) {
    const file = join(target, entry.fileName);
    await mkdir(dirname(file), { recursive: true });
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    await writeFile(file, Buffer.concat(chunks));
  }
  return target;
}

const SESSION_TOKEN = 'token//==';

/** Runs a driver and gives the JSON that it prints. */
async function drive(file: string, args: readonly string[], cwd: string): Promise<unknown> {
  const env = {
    PATH: process.env.PATH,
    API: `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/v1`,
    BACKEND: backend.url,
    API_KEY: apiKey,
    ACCESS_KEY: credentials.accessKeyId,
    SECRET_KEY: credentials.secretAccessKey,
    SESSION_TOKEN,
  };
  backend.forget();
  const { status, stdout, stderr } = await runProgram(file, args, env, cwd);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

/** The same for every language. The texts of the refusals are AWS's (fact D107). */
async function expectCalls(printed: unknown): Promise<void> {
  const forbidden = 'Forbidden';
  expect(printed).toEqual({
    found: { method: 'GET', url: '/pets/a%20b%C3%BC?tag=x&tag=y%20z', trace: 'traced' },
    made: { name: 'Rex', weight: 1.5, tags: [{ label: 'good' }], id: 7 },
    status: 200,
    allowed: '/secret',
    stored: Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index)).toString('hex'),
    both: '/both',
    // No URL can name it: one such part would be taken for a step to another resource.
    astray: 'The path parameter petId is no part of a path: ..',
    refused: [
      ['keyless', 403, forbidden],
      ['unsigned', 403, 'Missing Authentication Token'],
      ['forged', 403, expect.stringMatching(/^The request signature we calculated does not match the signature/)],
      ['signed', 403, forbidden],
    ],
  });
  const stored = backend.seen().filter(({ url }) => url.startsWith('/vault/'));
  expect(stored.map(({ url }) => partsOf(url))).toEqual([
    {
      path: ['', 'vault', 'a b/ü*%2f', 'x y', 'ü', "'(+&=?#)~:@,;"],
      query: {
        'filter.name$': ['a=b&c+%41'],
        tag: ['', 'y z', "~*!'()", 'ü'],
      },
    },
  ]);
  const direct = backend.seen().find(({ headers }) => headers.authorization !== undefined);
  if (!direct) throw new Error('No request was signed.');
  expect(direct.headers.authorization).toBe(await signatureOf(direct));
}

/** What a URL says, whatever it encodes. */
function partsOf(url: string) {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const names = [...new Set(searchParams.keys())];
  return {
    path: pathname.split('/').map(decodeURIComponent),
    query: Object.fromEntries(names.map((name) => [name, searchParams.getAll(name).toSorted()])),
  };
}

/** The Authorization that another implementation gives the same request. */
async function signatureOf({ method, url, headers, body }: Seen): Promise<string> {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const query: Record<string, string[]> = {};
  for (const [name, value] of searchParams) query[name] = [...(query[name] ?? []), value];
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const signing = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    sha256: Sha256,
    applyChecksum: false,
    credentials: { ...credentials, sessionToken: SESSION_TOKEN },
  });
  const amzDate = String(headers['x-amz-date']);
  const signingDate = new Date(amzDate.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
  const request = { method, protocol: 'http:', hostname: 'x', path: pathname, query, headers: signing, body };
  const signed = await signer.sign(request, { signingDate, signableHeaders: new Set(names) });
  return known(signed.headers.authorization);
}

const works = (file: string, ...args: string[]) => spawnSync(file, args, { stdio: 'ignore' }).status === 0;

test('JavaScript in Node.js', async () => {
  const target = await unpack('javascript');
  await writeFile(join(target, 'driver.cjs'), JAVASCRIPT);
  await expectCalls(await drive(process.execPath, ['driver.cjs'], target));
});

test('TypeScript, checked and compiled', async () => {
  const target = await unpack('typescript');
  await writeFile(join(target, 'driver.mts'), TYPESCRIPT);
  const flags =
    '--strict --module nodenext --target es2022 --rewriteRelativeImportExtensions --skipLibCheck --types node --rootDir .'.split(
      ' ',
    );
  const types = ['--typeRoots', join(packageRoot, 'node_modules/@types')];
  const compiler = join(packageRoot, 'node_modules/.bin/tsc');
  const compiled = await runProgram(
    compiler,
    [...flags, ...types, '--outDir', 'out', 'driver.mts'],
    process.env,
    target,
  );
  expect(compiled.stdout).toBe('');
  await writeFile(join(target, 'out/apiGateway-ts-sdk/package.json'), '{"type": "module"}');
  const core = join(target, 'apiGateway-ts-sdk/src/core.cjs');
  await runProgram('cp', [core, join(target, 'out/apiGateway-ts-sdk/src/core.cjs')], process.env);
  await expectCalls(await drive(process.execPath, ['out/driver.mjs'], target));
});

test.skipIf(!works('python3', '--version'))('Python (skipped without python3)', async () => {
  const target = await unpack('python');
  await writeFile(join(target, 'apiGateway-python-sdk/driver.py'), PYTHON);
  await expectCalls(await drive('python3', ['-W', 'error', 'driver.py'], join(target, 'apiGateway-python-sdk')));
});

describe.skipIf(!works('javac', '-version'))('Java (skipped without a JDK)', () => {
  test('compiled by javac', async () => {
    const target = await unpack('java', { serviceName: 'PetsSdk', javaPackageName: 'examples.pets.sdk' });
    const source = join(target, 'generated-code/src/main/java');
    await writeFile(join(source, 'Driver.java'), JAVA);
    const strict = ['-encoding', 'UTF-8', '-Xlint:all', '-Werror', '--release', '11'];
    const flags = [...strict, '-d', 'classes', '-sourcepath', source];
    const compiled = await runProgram('javac', [...flags, join(source, 'Driver.java')], process.env, target);
    expect(compiled.stderr).toBe('');
    await expectCalls(await drive('java', ['-cp', 'classes', 'Driver'], target));
  });
});

test('what is offered is listed, and nothing else is made', async () => {
  const { items = [] } = await client.apis.getSdkTypes({});
  expect(items.map(({ id }) => id)).toEqual(['java', 'javascript', 'typescript', 'python']);
  expect(await client.apis.getSdkType({ id: 'java' })).toMatchObject({ id: 'java', friendlyName: 'Java' });
  await expect(client.apis.getSdkType({ id: 'ruby' })).rejects.toMatchObject({ name: 'NotFoundException' });
  const get = (sdkType: string, parameters: Record<string, string> = {}) =>
    client.apis.getSdk({ restApiId, stageName: 'v1', sdkType, parameters });
  await expect(get('ruby')).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(get('java')).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(get('java', { serviceName: 'X', javaPackageName: '../../etc' })).rejects.toMatchObject({
    name: 'BadRequestException',
  });
});

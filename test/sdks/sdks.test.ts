import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import yauzl from 'yauzl';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { Sha256 } from '../support/sha256.ts';

/** What the backend saw, and answers with. */
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let backend: Server;
let seen: Seen[] = [];
let client: Sdk;
let restApiId: string;
let apiKey: string;
let folder: string;
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-sdks-'));
  backend = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      const answer = body === '' ? { method, url, trace: headers['x-trace'] } : { ...JSON.parse(body), id: 7 };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => backend.once('listening', resolve));
  client = sdk(inject('sallyport').controlUrl);
  ({ restApiId, apiKey } = await deploy(client, addressOf(backend)));
});
afterAll(async () => {
  backend.close();
  await rm(folder, { recursive: true, force: true });
});

/** An API of three methods in front of the backend; one of them wants a key. */
async function deploy({ apis }: Sdk, backendUrl: string) {
  const proxy = (httpMethod: string, uri: string, requestParameters: object = {}) => ({
    'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod, uri: backendUrl + uri, requestParameters },
  });
  const pet = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } };
  const text = { type: 'string' };
  const document = {
    openapi: '3.0.1',
    info: { title: 'pets', version: '1.0' },
    paths: {
      '/pets/{petId}': {
        get: {
          parameters: [
            { name: 'petId', in: 'path', required: true, schema: text },
            { name: 'tag', in: 'query', schema: text },
            { name: 'X-Trace', in: 'header', schema: text },
          ],
          ...proxy('GET', '/pets/{petId}', { 'integration.request.path.petId': 'method.request.path.petId' }),
        },
      },
      '/pets': {
        post: {
          operationId: 'create pet',
          requestBody: pet,
          responses: { 200: { description: 'x', ...pet } },
          ...proxy('POST', '/pets'),
        },
      },
      '/secret': { get: { security: [{ key: [] }], ...proxy('GET', '/secret') } },
    },
    components: {
      schemas: {
        Pet: {
          type: 'object',
          required: ['name'],
          properties: {
            id: { type: 'integer' },
            name: text,
            weight: { type: 'number' },
            tags: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
          },
        },
        Tag: { type: 'object', properties: { label: { type: 'string', enum: ['good', 'bad'] } } },
      },
      securitySchemes: { key: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
    },
  };
  const { id } = await apis.importRestApi({ body: Buffer.from(JSON.stringify(document)), failOnWarnings: true });
  const deployed = { restApiId: known(id), stageName: 'v1' };
  await apis.createDeployment(deployed);
  const key = await apis.createApiKey({ enabled: true });
  const plan = await apis.createUsagePlan({ name: 'all', apiStages: [{ apiId: known(id), stage: 'v1' }] });
  await apis.createUsagePlanKey({ usagePlanId: known(plan.id), keyId: known(key.id), keyType: 'API_KEY' });
  return { restApiId: known(id), apiKey: known(key.value) };
}

/** Generates a client and unpacks it into a folder of its own. */
async function unpack(sdkType: string, parameters: Record<string, string> = {}): Promise<string> {
  const { body, contentDisposition } = await client.apis.getSdk({ restApiId, stageName: 'v1', sdkType, parameters });
  expect(contentDisposition).toMatch(
    new RegExp(`^attachment; filename="${sdkType}_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\dZ\\.zip"$`),
  );
  const target = join(folder, sdkType);
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

const keys = { accessKey: 'AKIATEST', secretKey: 'a/secret+key', sessionToken: 'token//==' };

/** Runs a driver and gives the JSON that it prints. */
async function drive(file: string, args: readonly string[], cwd: string): Promise<unknown> {
  const env = {
    PATH: process.env.PATH,
    API: `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/v1`,
    BACKEND: addressOf(backend),
    API_KEY: apiKey,
    ACCESS_KEY: keys.accessKey,
    SECRET_KEY: keys.secretKey,
    SESSION_TOKEN: keys.sessionToken,
  };
  seen = [];
  const { status, stdout, stderr } = await runProgram(file, args, env, cwd);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

/** What every driver does: the same calls, by each language's own names. */
async function expectCalls(printed: unknown): Promise<void> {
  expect(printed).toEqual({
    found: { method: 'GET', url: '/pets/a%20b%C3%BC?tag=x&tag=y%20z', trace: 'traced' },
    made: { name: 'Rex', weight: 1.5, tags: [{ label: 'good' }], id: 7 },
    status: 200,
    refused: 403,
    allowed: '/secret',
  });
  const signed = seen.find(({ headers }) => headers.authorization?.startsWith('AWS4-HMAC-SHA256'));
  if (!signed) throw new Error('No request was signed.');
  expect(signed.headers.authorization).toBe(await signatureOf(signed));
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
    credentials: { accessKeyId: keys.accessKey, secretAccessKey: keys.secretKey, sessionToken: keys.sessionToken },
  });
  const amzDate = String(headers['x-amz-date']);
  const signingDate = new Date(amzDate.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
  const request = { method, protocol: 'http:', hostname: 'x', path: pathname, query, headers: signing, body };
  const signed = await signer.sign(request, { signingDate, signableHeaders: new Set(names) });
  return known(signed.headers.authorization);
}

const works = (file: string, ...args: string[]) => spawnSync(file, args, { stdio: 'ignore' }).status === 0;

const javascript = (load: string, create: string, find: string) => `
${load}
const { API: endpoint, BACKEND, API_KEY: apiKey, ACCESS_KEY: accessKey, SECRET_KEY: secretKey, SESSION_TOKEN: sessionToken } = process.env;
(async () => {
  const client = ${create}({ endpoint: endpoint + '/' });
  const found = await client.${find}({ petId: 'a bü', tag: ['x', 'y z'], 'X-Trace': 'traced' });
  const made = await client.createPet({}, { name: 'Rex', weight: 1.5, tags: [{ label: 'good' }] });
  const refused = await client.secretGet().catch((error) => error.response.status);
  const allowed = await ${create}({ endpoint, apiKey }).secretGet();
  const signing = ${create}({ endpoint: BACKEND, accessKey, secretKey, sessionToken });
  await signing.${find}({ petId: 'a b/ü*', tag: ['y z', 'x+1'] }, undefined, { headers: { 'X-More': ' a   b ' } });
  const text = { found: found.data, made: made.data, status: made.status, refused, allowed: allowed.data.url };
  console.log(JSON.stringify(text));
})();
`;

test('JavaScript in Node.js', async () => {
  const target = await unpack('javascript');
  const load = "const apigClientFactory = require('./apiGateway-js-sdk/apigClient.js');";
  await writeFile(join(target, 'driver.cjs'), javascript(load, 'apigClientFactory.newClient', 'petsPetIdGet'));
  await expectCalls(await drive(process.execPath, ['driver.cjs'], target));
});

test('TypeScript, checked and compiled', async () => {
  const target = await unpack('typescript');
  const load = "import { createClient } from './apiGateway-ts-sdk/src/client.ts';\nimport process from 'node:process';";
  await writeFile(
    join(target, 'driver.mts'),
    javascript(load, 'createClient', 'petsPetIdGet').replaceAll('(error)', '(error: any)'),
  );
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
  const driver = `
import json, os
from api_client import ApiError, Client, models

endpoint = os.environ["API"]
client = Client(endpoint=endpoint + "/")
found = client.get_pets_pet_id("a bü", tag=["x", "y z"], x_trace="traced")
pet: models.Pet = {"name": "Rex", "weight": 1.5, "tags": [{"label": "good"}]}
made = client.create_pet(body=pet)
try:
    client.get_secret()
    refused = None
except ApiError as error:
    refused = error.response.status
allowed = Client(endpoint=endpoint, api_key=os.environ["API_KEY"]).get_secret()
signing = Client(
    endpoint=os.environ["BACKEND"],
    access_key=os.environ["ACCESS_KEY"],
    secret_key=os.environ["SECRET_KEY"],
    session_token=os.environ["SESSION_TOKEN"],
)
signing.get_pets_pet_id("a b/ü*", tag=["y z", "x+1"], headers={"X-More": "a   b"})
print(json.dumps({"found": found.data, "made": made.data, "status": made.status, "refused": refused, "allowed": allowed.data["url"]}))
`;
  await writeFile(join(target, 'apiGateway-python-sdk/driver.py'), driver);
  await expectCalls(await drive('python3', ['-W', 'error', 'driver.py'], join(target, 'apiGateway-python-sdk')));
});

describe.skipIf(!works('javac', '-version'))('Java (skipped without a JDK)', () => {
  test('compiled by javac', async () => {
    const target = await unpack('java', { serviceName: 'PetsSdk', javaPackageName: 'examples.pets.sdk' });
    const source = join(target, 'generated-code/src/main/java');
    const driver = `
import examples.pets.sdk.*;
import examples.pets.sdk.internal.Json;
import examples.pets.sdk.model.*;
import java.util.*;

public class Driver {
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        PetsSdk client = PetsSdk.builder().endpoint(env.get("API") + "/").build();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("found", client.getPetsPetId(
            new GetPetsPetIdRequest().petId("a b\\u00fc").tag(List.of("x", "y z")).xTrace("traced")).getResult());
        CreatePetResult made = client.createPet(new CreatePetRequest()
            .pet(new Pet().name("Rex").weight(1.5).tags(List.of(new Tag().label("good")))));
        Pet pet = made.getResult();
        if (pet.getId() != 7L || !pet.getTags().get(0).getLabel().equals("good")) throw new IllegalStateException();
        out.put("made", made.getPet().toJson());
        out.put("status", made.sdkStatusCode());
        try {
            client.getSecret(new GetSecretRequest());
        } catch (PetsSdkException error) {
            out.put("refused", error.getStatusCode());
        }
        PetsSdk keyed = PetsSdk.builder().endpoint(env.get("API")).apiKey(env.get("API_KEY")).build();
        out.put("allowed", ((Map<?, ?>) keyed.getSecret(new GetSecretRequest()).getResult()).get("url"));
        PetsSdk.builder().endpoint(env.get("BACKEND")).iamCredentials(env.get("ACCESS_KEY"), env.get("SECRET_KEY"))
            .sessionToken(env.get("SESSION_TOKEN")).build()
            .getPetsPetId(new GetPetsPetIdRequest().petId("a b/\\u00fc*").tag(List.of("y z", "x+1")).xTrace(" a   b "));
        System.out.println(Json.write(out));
        client.shutdown();
    }
}
`;
    await writeFile(join(source, 'Driver.java'), driver);
    const flags = [
      '-encoding',
      'UTF-8',
      '-Xlint:all',
      '-Werror',
      '--release',
      '11',
      '-d',
      'classes',
      '-sourcepath',
      source,
    ];
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

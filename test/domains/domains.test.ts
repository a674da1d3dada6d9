import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueClientIdentity } from '../../src/x509/index.ts';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// The built command with two workers: what an answered control call changed is served by the very next request.
type Identity = Awaited<ReturnType<typeof issueClientIdentity>>;
const HOST = 'api.example.com';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: Sdk;
let api: string;
let known: Identity;
let stranger: Identity;
let httpsUrl: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  upstream = await startUpstream((request, response) => response.end(`${request.headers.host} ${request.url}`));
  known = await issueClientIdentity(Date.now());
  stranger = await issueClientIdentity(Date.now());
  await mkdir(join(folder.path, 'trust', 'bucket'), { recursive: true });
  await writeFile(join(folder.path, 'trust', 'bucket', 'ca.pem'), known.certificate);
  server = await startSallyport([
    ...['--data-dir', join(folder.path, 'data'), '--workers', '2', '--max-workers', '2'],
    ...['--tls-dev', '--https-port', '0', '--truststores', join(folder.path, 'trust')],
    ...['--vpc-links', `shop=${upstream.url}`],
  ]);
  httpsUrl = /(https:\/\/\S+)/.exec(server.output())?.[1] ?? '';
  client = sdk(server.controlUrl);
  api = await deployProxy(client, 'x', `${upstream.url}/backend`, 'prod');
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await folder.remove();
});

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
}

function ask(options: RequestOptions, send: typeof httpRequest = httpRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ agent: false, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.on('error', reject).end();
  });
}

/** Over new connections, so that both workers are asked. */
async function plain(path: string, host = HOST): Promise<Answer> {
  const { hostname, port } = new URL(server.gatewayUrl);
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ hostname, port, path, headers: { host } })));
  expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  return answers[0] as Answer;
}

function encrypted(path: string, identity?: Identity, servername = HOST): Promise<Answer> {
  const { hostname, port } = new URL(httpsUrl);
  const shown = identity && { cert: identity.certificate, key: identity.privateKey };
  const options = { hostname, port, path, servername, headers: { host: HOST }, rejectUnauthorized: false, ...shown };
  return ask(options, httpsRequest);
}

test('a mapping is served by every worker as soon as its call is answered, and survives a reload', async () => {
  expect((await plain('/v1/x')).status).toBe(404);
  await client.apis.createDomainName({ domainName: HOST, endpointConfiguration: { types: ['REGIONAL'] } });
  expect((await plain('/v1/x')).status).toBe(403);
  await client.apis.createBasePathMapping({ domainName: HOST, restApiId: api, stage: 'prod', basePath: 'v1' });
  expect(await plain('/v1/x')).toMatchObject({ status: 200, text: expect.stringContaining(' /backend') });
  await client.apis.updateBasePathMapping({
    domainName: HOST,
    basePath: 'v1',
    patchOperations: [{ op: 'replace', path: '/basePath', value: '(none)' }],
  });
  expect((await plain('/v1/x')).status).toBe(403);
  expect((await plain('/x')).status).toBe(200);
  await expect(client.apis.deleteRestApi({ restApiId: api })).rejects.toThrow(
    `Deleting RestApi ${api} failed. Please remove all base path mappings related to the RestApi in your domains: ${HOST}.`,
  );
});

describe('mutual TLS (fact D156)', () => {
  test('lets in over verified connections alone, until it is turned off', async () => {
    const uri = (value: string) =>
      client.apis.updateDomainName({
        domainName: HOST,
        patchOperations: [{ op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value }],
      });
    await expect(uri('s3://bucket/../ca.pem')).rejects.toMatchObject({ name: 'BadRequestException' });
    await uri('s3://bucket/ca.pem');
    expect((await encrypted('/x', known)).status).toBe(200);
    expect((await encrypted('/x', stranger)).status).toBe(403);
    expect((await encrypted('/x')).status).toBe(403);
    expect((await encrypted('/x', known, 'localhost')).status).toBe(403);
    expect((await plain('/x')).status).toBe(403);
    await uri('');
    expect((await encrypted('/x')).status).toBe(200);
    expect((await plain('/x')).status).toBe(200);
  });
});

test('a VPC link leads to the targets that the setting names', async () => {
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/nlb/1234567890abcdef'];
  const { id = '' } = await client.apis.createVpcLink({ name: 'shop', targetArns });
  const link = { connectionType: 'VPC_LINK', connectionId: id } as const;
  const restApiId = await deployProxy(client, 'y', 'http://internal.example/private', 'prod', link);
  expect(await plain('/prod/y', `${restApiId}.execute-api.localhost`)).toEqual({
    status: 200,
    text: 'internal.example /private',
  });
});

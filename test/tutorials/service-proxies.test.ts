import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, listening } from '../support/ports.ts';
import { pythonHas } from '../support/python.ts';
import { credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { Sha256 } from '../support/sha256.ts';
import { json, startTutorial, type Tutorial } from './tutorial.ts';

describe.skipIf(!pythonHas('moto.server'))('service proxies (need python3 with moto)', () => {
  let moto: ChildProcess;
  let sallyport: Sallyport;
  beforeAll(async () => {
    const port = await freePort();
    moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const flags = ['--ephemeral', '--max-workers', '1', '--service-endpoints', `*=http://127.0.0.1:${port}`];
    const environment = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    sallyport = await startSallyport(flags, { environment });
    await listening(port, moto);
    await createRole(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    moto.kill('SIGKILL');
    await Promise.all([sallyport.stop(), moto.exitCode === null && once(moto, 'exit')]);
  });

  test('guide, “Create a REST API as an Amazon S3 proxy”: buckets and objects for those who sign', async () => {
    const api = await startTutorial(sallyport, 's3-proxy.yaml', 'S3');
    const call = signing(api, sallyport.gatewayUrl);
    const png = Buffer.from('89504e470d0a1a0afffe', 'hex');
    const type = { 'Content-Type': 'image/png' };
    expect((await api.call('/')).status).toBe(403);

    expect((await call('PUT', '/photos')).status).toBe(200);
    expect(await (await call('GET', '/')).text()).toContain('<Name>photos</Name>');
    expect((await call('PUT', '/photos/cat.png', type, png)).status).toBe(200);
    expect(await (await call('GET', '/photos')).text()).toContain('<Key>cat.png</Key>');
    const got = await call('GET', '/photos/cat.png', { Accept: 'image/png' });
    expect(got.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await got.arrayBuffer())).toEqual(png);
    expect((await call('HEAD', '/photos/cat.png')).status).toBe(200);
    expect((await call('GET', '/photos/dog.png')).status).toBe(400);
    expect((await call('DELETE', '/photos/cat.png')).status).toBe(200);
    expect((await call('GET', '/photos/cat.png')).status).toBe(400);
    expect((await call('DELETE', '/photos')).status).toBe(200);
  });

  test('guide, “Create a REST API as an Amazon Kinesis proxy”: streams, records, and reading them', async () => {
    const api = await startTutorial(sallyport, 'kinesis-proxy.yaml', 'test');
    const answer = async (path: string, init?: RequestInit) => {
      const response = await api.call(path, init);
      const text = await response.text();
      return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) };
    };
    const stream = '/streams/myStream';
    expect((await answer(stream, { method: 'POST' })).status).toBe(200);
    expect((await answer('/streams')).StreamNames).toEqual(['myStream']);
    expect((await answer(stream)).StreamDescription.Shards).toHaveLength(5);

    const put = await answer(`${stream}/record`, json('PUT', { Data: 'some data', PartitionKey: 'some key' }));
    expect(put).toMatchObject({ status: 200, ShardId: expect.stringMatching(/^shardId-\d+$/) });
    const records = [
      { data: 'some data', 'partition-key': 'some key' },
      { data: 'some other data', 'partition-key': 'some key' },
    ];
    expect(await answer(`${stream}/records`, json('PUT', { records }))).toMatchObject({ FailedRecordCount: 0 });

    const { ShardIterator } = await answer(`${stream}/sharditerator?shard-id=${put.ShardId}`);
    const read = await answer(`${stream}/records`, { headers: { 'Shard-Iterator': ShardIterator } });
    const texts = read.Records.map(({ Data }: { Data: string }) => Buffer.from(Data, 'base64').toString());
    // `$input.json` of a string keeps its quotes.
    expect(texts).toEqual(['"some data"', 'some data', 'some other data']);

    expect((await answer(stream, { method: 'DELETE' })).status).toBe(200);
  });
});

/** The role that both files name. */
async function createRole(moto: string): Promise<void> {
  const role = { RoleName: 'apigAwsProxyRole', AssumeRolePolicyDocument: '{}' };
  const body = new URLSearchParams({ Action: 'CreateRole', Version: '2010-05-08', ...role });
  const Authorization =
    'AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0';
  expect((await fetch(moto, { method: 'POST', headers: { Authorization }, body })).status).toBe(200);
}

/** Calls a method as the SDK's signer signs. */
function signing({ restApiId, stageName, call }: Tutorial, gatewayUrl: string) {
  const signer = new SignatureV4({ service: 'execute-api', region: 'us-east-1', sha256: Sha256, credentials });
  const { hostname, host } = new URL(gatewayUrl);
  return async (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer<ArrayBuffer>) => {
    const signed = await signer.sign({
      method,
      protocol: 'http:',
      hostname,
      path: `/_aws/execute-api/${restApiId}/${stageName}${path}`,
      headers: { host, ...headers },
      body,
    });
    return call(path, { method, headers: signed.headers, ...(body && { body }) });
  };
}

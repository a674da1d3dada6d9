import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { AwsClient, AwsRequest } from '../../../model/index.ts';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

let harness: ServiceHarness | undefined;
afterEach(() => harness?.close());

/** A bucket with one object, as S3 answers. */
function bucketOf(object: Uint8Array): AwsClient & { readonly calls: AwsRequest[] } {
  const calls: AwsRequest[] = [];
  return {
    calls,
    endpointUrl: async () => '',
    async call(request) {
      calls.push(request);
      if (request.path.startsWith('/code/users%20v1.zip'))
        return { status: 200, headers: [], body: Buffer.from(object) };
      const error = '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';
      return { status: 404, headers: [], body: Buffer.from(error) };
    },
  };
}

const invoke = async () => {
  const { Payload } = (await harness?.handlers.invoke({ FunctionName: 'users' }, call())) ?? {};
  return JSON.parse(Buffer.from(Payload ?? []).toString());
};

test('code comes from S3, by version where one is asked for', async () => {
  const bucket = bucketOf(zipFiles({ 'index.js': 'exports.handler = async () => 7;' }));
  harness = await startService(bucket);
  const Code = { S3Bucket: 'code', S3Key: 'users v1.zip', S3ObjectVersion: 'v/2' };
  await harness.handlers.createFunction({ ...functionInput('users', ''), Code }, call());
  expect(bucket.calls).toMatchObject([
    { service: 's3', region: 'us-east-1', method: 'GET', path: '/code/users%20v1.zip?versionId=v%2F2' },
  ]);
  expect(await invoke()).toBe(7);
  // AWS's words, seen in users' reports.
  await expect(
    harness.handlers.updateFunctionCode({ FunctionName: 'users', S3Bucket: 'code', S3Key: 'none' }, call()),
  ).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
    message:
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
  });
});

test('code that is run where it lies is run as it is now', async () => {
  harness = await startService();
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-local-'));
  try {
    const write = async (value: number) => {
      await writeFile(join(folder, 'index.js'), `exports.handler = async () => ${value};`);
      await utimes(join(folder, 'index.js'), value, value);
    };
    await write(1);
    const Code = { S3Bucket: 'hot-reload', S3Key: folder };
    await harness.handlers.createFunction({ ...functionInput('users', ''), Code }, call());
    expect(await invoke()).toBe(1);
    await write(2);
    expect(await invoke()).toBe(2);
    await harness.service.removeUnusedCode();
    expect(await invoke()).toBe(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each(['relative/folder', '/does/not/exist'])('%s is no folder to run code from', async (S3Key) => {
  harness = await startService();
  const Code = { S3Bucket: 'hot-reload', S3Key };
  await expect(harness.handlers.createFunction({ ...functionInput('users', ''), Code }, call())).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
  });
});

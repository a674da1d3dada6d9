import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

// API reference, `PublishLayerVersion` and its siblings; Lambda guide, "Packaging your layer content".
let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const LAYER = 'arn:aws:lambda:us-east-1:000000000000:layer:shared';
const publish = (files: Readonly<Record<string, string>>, more = {}, LayerName = 'shared') =>
  handlers.publishLayerVersion({ LayerName, Content: { ZipFile: zipFiles(files) }, ...more }, call());
const names = (value: string) => ({ 'nodejs/node_modules/name/index.js': `module.exports = '${value}';` });
const answer = async (FunctionName: string) =>
  JSON.parse(Buffer.from((await handlers.invoke({ FunctionName }, call())).Payload ?? []).toString());
const missing = { code: 'ResourceNotFoundException' };

test('versions are numbered, listed newest first, and never numbered again', async () => {
  expect(
    await publish(names('one'), { Description: 'd', CompatibleRuntimes: ['nodejs20.x'], LicenseInfo: 'MIT' }),
  ).toEqual({
    Content: { CodeSha256: expect.any(String), CodeSize: expect.any(Number) },
    LayerArn: LAYER,
    LayerVersionArn: `${LAYER}:1`,
    Description: 'd',
    CreatedDate: '2026-11-22T12:00:00.000+0000',
    Version: 1,
    CompatibleRuntimes: ['nodejs20.x'],
    LicenseInfo: 'MIT',
  });
  await publish(names('two'));
  const listed = await handlers.listLayerVersions({ LayerName: 'shared' }, call());
  expect(listed.LayerVersions?.map(({ Version }) => Version)).toEqual([2, 1]);
  const matching = await handlers.listLayers({ CompatibleRuntime: 'nodejs20.x' }, call());
  expect(matching.Layers?.map(({ LatestMatchingVersion }) => LatestMatchingVersion?.Version)).toEqual([1]);
  expect(await handlers.getLayerVersionByArn({ Arn: `${LAYER}:2` }, call())).toMatchObject({ Version: 2 });
  await handlers.deleteLayerVersion({ LayerName: 'shared', VersionNumber: 2 }, call());
  await expect(handlers.getLayerVersion({ LayerName: LAYER, VersionNumber: 2 }, call())).rejects.toMatchObject(missing);
  expect(await publish(names('three'))).toMatchObject({ Version: 3 });
});

test('a function finds what its layers hold, the last one first, and keeps it when the version is deleted', async () => {
  await publish(names('one'));
  await publish(names('two'));
  await publish(names('other'), {}, 'other');
  const source = `exports.handler = async () => require('name');`;
  const Layers = [`${LAYER}:1`];
  const created = await handlers.createFunction(functionInput('users', source, { Layers }), call());
  expect(created.Layers).toEqual([{ Arn: `${LAYER}:1`, CodeSize: expect.any(Number) }]);
  expect(await answer('users')).toBe('one');
  const change = (more: { Layers: string[] }) =>
    handlers.updateFunctionConfiguration({ FunctionName: 'users', ...more }, call());
  await change({ Layers: [`${LAYER}:1`, 'arn:aws:lambda:us-east-1:000000000000:layer:other:1'] });
  expect(await answer('users')).toBe('other');
  await change({ Layers: [`${LAYER}:2`] });
  await handlers.deleteLayerVersion({ LayerName: 'shared', VersionNumber: 2 }, call());
  await harness.service.removeUnusedCode();
  expect(await answer('users')).toBe('two');
  expect(await change({ Layers: [] })).not.toHaveProperty('Layers');
  await expect(change({ Layers: [`${LAYER}:9`] })).rejects.toMatchObject({
    message: `Layer version ${LAYER}:9 does not exist.`,
  });
});

test('a Python function finds what its layers hold', async () => {
  await publish({ 'python/shared_name.py': 'NAME = "from the layer"\n' });
  await handlers.createFunction(
    functionInput('snake', '', {
      Runtime: 'python3.12',
      Handler: 'app.handler',
      Layers: [`${LAYER}:1`],
      Code: {
        ZipFile: zipFiles({
          'app.py': 'import shared_name\ndef handler(event, context):\n  return shared_name.NAME\n',
        }),
      },
    }),
    call(),
  );
  expect(await answer('snake')).toBe('from the layer');
});

test('a version has a policy, with revisions', async () => {
  await publish(names('one'));
  const version = { LayerName: 'shared', VersionNumber: 1 };
  const permission = { StatementId: 'all', Action: 'lambda:GetLayerVersion', Principal: '*' };
  await expect(handlers.getLayerVersionPolicy(version, call())).rejects.toMatchObject(missing);
  const { Statement, RevisionId } = await handlers.addLayerVersionPermission({ ...version, ...permission }, call());
  expect(JSON.parse(Statement ?? '')).toEqual({
    Sid: 'all',
    Effect: 'Allow',
    Principal: '*',
    Action: 'lambda:GetLayerVersion',
    Resource: `${LAYER}:1`,
  });
  const policy = await handlers.getLayerVersionPolicy(version, call());
  expect([JSON.parse(policy.Policy ?? '').Statement, policy.RevisionId]).toEqual([
    [JSON.parse(Statement ?? '')],
    RevisionId,
  ]);
  await expect(
    handlers.removeLayerVersionPermission({ ...version, StatementId: 'all', RevisionId: 'x' }, call()),
  ).rejects.toMatchObject({ code: 'PreconditionFailedException' });
  await handlers.removeLayerVersionPermission({ ...version, StatementId: 'all' }, call());
  await expect(handlers.getLayerVersionPolicy(version, call())).rejects.toMatchObject(missing);
});

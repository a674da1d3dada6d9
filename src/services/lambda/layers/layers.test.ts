import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

// API reference, `PublishLayerVersion` and its siblings; Lambda guide, "Packaging your layer content". Refusals are recorded on AWS
// (April 2024) in localstack's test_lambda_api.snapshot.json, in the tests that are named.
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
    Content: { Location: expect.any(String), CodeSha256: expect.any(String), CodeSize: expect.any(Number) },
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

test('refusals of a version (recorded: `test_layer_exceptions`)', async () => {
  await publish(names('one'));
  const tooLow = { code: 'InvalidParameterValueException', message: 'Layer Version Cannot be less than 1' };
  const version = (VersionNumber: number) => ({ LayerName: 'shared', VersionNumber });
  await expect(handlers.getLayerVersion(version(0), call())).rejects.toMatchObject(tooLow);
  await expect(handlers.deleteLayerVersion(version(-1), call())).rejects.toMatchObject(tooLow);
  await expect(handlers.getLayerVersion(version(2), call())).rejects.toMatchObject({
    ...missing,
    message: 'The resource you requested does not exist.',
  });
  await expect(handlers.getLayerVersionByArn({ Arn: LAYER }, call())).rejects.toMatchObject({
    code: 'ValidationException',
    message: `1 validation error detected: Value '${LAYER}' at 'arn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+`,
  });
  await expect(handlers.listLayers({ CompatibleArchitecture: 'mips' } as never, call())).rejects.toMatchObject({
    message:
      "1 validation error detected: Value 'mips' at 'compatibleArchitecture' failed to satisfy constraint: Member must satisfy enum value set: [x86_64, arm64]",
  });
});

test.each([
  [
    [`${LAYER}:1`, `${LAYER}:1`],
    `Two different versions of the same layer are not allowed to be referenced in the same function. ${LAYER}:1 and ${LAYER}:1 are versions of the same layer.`,
  ],
  [
    [LAYER],
    `1 validation error detected: Value '[${LAYER}]' at 'layers' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 140, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: (arn:[a-zA-Z0-9-]+:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+), Member must not be null]`,
  ],
  [
    [`${LAYER.replace('us-east-1', 'eu-west-1')}:1`],
    'Layers are not in the same region as the function. Layers are expected to be in region us-east-1.',
  ],
])('a function does not take %j (recorded: `test_layer_function_exceptions`)', async (Layers, message) => {
  await publish(names('one'));
  await expect(handlers.createFunction(functionInput('users', '', { Layers }), call())).rejects.toMatchObject({
    message,
  });
});

test('refusals of a policy (recorded: `test_layer_policy_exceptions`)', async () => {
  await publish(names('one'));
  const permission = { StatementId: 's1', Action: 'lambda:GetLayerVersion', Principal: '*' };
  const add = (more: object) =>
    handlers.addLayerVersionPermission({ LayerName: 'shared', VersionNumber: 1, ...permission, ...more }, call());
  await add({});
  await expect(add({})).rejects.toMatchObject({ code: 'ResourceConflictException' });
  await expect(add({ Action: '*' })).rejects.toMatchObject({
    code: 'ValidationException',
    message:
      "1 validation error detected: Value '*' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: lambda:GetLayerVersion",
  });
  await expect(add({ RevisionId: 'wrong' })).rejects.toMatchObject({
    message:
      'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
  });
  await expect(add({ VersionNumber: 2 })).rejects.toMatchObject({
    ...missing,
    message: `Layer version ${LAYER}:2 does not exist.`,
  });
});

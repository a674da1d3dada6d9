import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const PROFILE = 'arn:aws:signer:us-east-1:000000000000:/signing-profiles/mine/abcdefghij';
const MISSING = 'arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-00000000000000000';
const AllowedPublishers = { SigningProfileVersionArns: [PROFILE] };

async function createConfig(more = {}): Promise<string> {
  const { CodeSigningConfig } = await handlers.createCodeSigningConfig({ AllowedPublishers, ...more }, call());
  return CodeSigningConfig?.CodeSigningConfigArn ?? '';
}
const enforced = { CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' as const } };

// API reference, `CodeSigningConfig`: the policy is `Warn` where nobody says another.
test('a configuration is made, changed, listed and deleted', async () => {
  const arn = await createConfig({ Description: 'mine', Tags: { a: '1' } });
  expect(arn).toMatch(/^arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-[0-9a-f]{17}$/);
  const { CodeSigningConfig: made } = await handlers.getCodeSigningConfig({ CodeSigningConfigArn: arn }, call());
  expect(made).toEqual({
    CodeSigningConfigId: arn.split(':').at(-1),
    CodeSigningConfigArn: arn,
    Description: 'mine',
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    LastModified: '2026-11-22T12:00:00.000+0000',
  });
  const { CodeSigningConfig: changed } = await handlers.updateCodeSigningConfig(
    { CodeSigningConfigArn: arn, ...enforced },
    call(),
  );
  expect(changed).toEqual({ ...made, ...enforced });
  expect(await handlers.listCodeSigningConfigs({}, call())).toEqual({ CodeSigningConfigs: [changed] });
  expect(await handlers.listTags({ Resource: arn }, call())).toEqual({ Tags: { a: '1' } });
  await handlers.tagResource({ Resource: arn, Tags: { b: '2' } }, call());
  await handlers.untagResource({ Resource: arn, TagKeys: ['a'] }, call());
  expect(await handlers.listTags({ Resource: arn }, call())).toEqual({ Tags: { b: '2' } });
  await handlers.deleteCodeSigningConfig({ CodeSigningConfigArn: arn }, call());
  expect(await handlers.listCodeSigningConfigs({}, call())).toEqual({ CodeSigningConfigs: [] });
});

// As localstack answers; no recording was read.
test('one that is not there, or is another region’s or account’s, is not found', async () => {
  const other = (await createConfig()).replace('us-east-1', 'eu-west-1');
  const foreign = (await createConfig()).replace('000000000000', '111111111111');
  for (const arn of [MISSING, other, foreign, 'nonsense']) {
    const missing = {
      name: 'ResourceNotFoundException',
      message: `The Lambda code signing configuration ${arn} can not be found.`,
    };
    await expect(handlers.getCodeSigningConfig({ CodeSigningConfigArn: arn }, call())).rejects.toMatchObject(missing);
    await expect(handlers.deleteCodeSigningConfig({ CodeSigningConfigArn: arn }, call())).rejects.toMatchObject(
      missing,
    );
  }
  await handlers.createFunction(functionInput('users', ''), call());
  const put = { FunctionName: 'users', CodeSigningConfigArn: MISSING };
  await expect(handlers.putFunctionCodeSigningConfig(put, call())).rejects.toMatchObject({
    name: 'CodeSigningConfigNotFoundException',
    message: `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${MISSING}.`,
  });
});

test('a function has one by its creation or later, and it cannot be deleted meanwhile', async () => {
  const arn = await createConfig();
  await handlers.createFunction(functionInput('born', '', { CodeSigningConfigArn: arn }), call());
  expect(harness.warnings).toEqual([
    'The code of a function is not known to be signed; its code signing configuration lets it in.',
  ]);
  await handlers.createFunction(functionInput('later', ''), call());
  const later = { FunctionName: 'later' };
  // As localstack answers; no recording was read.
  expect(await handlers.getFunctionCodeSigningConfig(later, call())).toEqual({});
  await handlers.putFunctionCodeSigningConfig({ ...later, CodeSigningConfigArn: arn }, call());
  expect(await handlers.getFunctionCodeSigningConfig(later, call())).toEqual({
    ...later,
    CodeSigningConfigArn: arn,
  });
  const using = await handlers.listFunctionsByCodeSigningConfig({ CodeSigningConfigArn: arn }, call());
  const prefix = 'arn:aws:lambda:us-east-1:000000000000:function:';
  expect(using).toEqual({ FunctionArns: [`${prefix}born`, `${prefix}later`] });
  await expect(handlers.deleteCodeSigningConfig({ CodeSigningConfigArn: arn }, call())).rejects.toMatchObject({
    name: 'ResourceConflictException',
  });
  for (const FunctionName of ['born', 'later'])
    await handlers.deleteFunctionCodeSigningConfig({ FunctionName }, call());
  await handlers.deleteCodeSigningConfig({ CodeSigningConfigArn: arn }, call());
});

// Lambda guide, "Using code signing": `Enforce` blocks the deployment; what is deployed stays as it is.
test('code that is not signed is refused where that is enforced', async () => {
  const arn = await createConfig(enforced);
  const refused = { name: 'CodeVerificationFailedException', statusCode: 400 };
  const input = functionInput('users', '', { CodeSigningConfigArn: arn });
  await expect(handlers.createFunction(input, call())).rejects.toMatchObject(refused);
  await handlers.createFunction(functionInput('users', ''), call());
  await handlers.putFunctionCodeSigningConfig({ FunctionName: 'users', CodeSigningConfigArn: arn }, call());
  const code = { FunctionName: 'users', ZipFile: zipFiles({ 'index.js': 'other' }) };
  await expect(handlers.updateFunctionCode(code, call())).rejects.toMatchObject(refused);
  await handlers.updateFunctionConfiguration({ FunctionName: 'users', Timeout: 5 }, call());
});

test('what the service model does not allow is refused', async () => {
  const create = (input: object) => handlers.createCodeSigningConfig({ AllowedPublishers, ...input }, call());
  await expect(create({ Description: 'x'.repeat(257) })).rejects.toMatchObject({ name: 'ValidationException' });
  const none = { AllowedPublishers: { SigningProfileVersionArns: [] } };
  await expect(create(none)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  const wrong = { AllowedPublishers: { SigningProfileVersionArns: ['me'] } };
  await expect(create(wrong)).rejects.toMatchObject({ name: 'ValidationException' });
  const policies = { CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Ask' } };
  await expect(create(policies)).rejects.toMatchObject({ name: 'ValidationException' });
});

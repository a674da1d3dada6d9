import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

// API reference, `PublishVersion`, `CreateAlias` and their siblings; refusals are recorded on AWS (April 2024) in localstack's
// test_lambda_api.snapshot.json: `test_publish_with_wrong_sha256`, `test_notfound_and_invalid_routingconfigs`.
let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:users';
const answering = (value: string) =>
  `exports.handler = async (event, context) => [${value}, context.functionVersion, context.invokedFunctionArn]`;
const create = (value = '1', more = {}) =>
  handlers.createFunction(functionInput('users', answering(value), more), call());
const update = (value: string, more = {}) =>
  handlers.updateFunctionCode(
    { FunctionName: 'users', ZipFile: zipFiles({ 'index.js': answering(value) }), ...more },
    call(),
  );
const publish = (more = {}) => handlers.publishVersion({ FunctionName: 'users', ...more }, call());
const alias = (Name: string, FunctionVersion: string, more = {}) =>
  handlers.createAlias({ FunctionName: 'users', Name, FunctionVersion, ...more }, call());
const invoke = async (FunctionName: string, more = {}) => {
  const answer = await handlers.invoke({ FunctionName, ...more }, call());
  return [JSON.parse(Buffer.from(answer.Payload ?? []).toString()), answer.ExecutedVersion];
};

describe('versions', () => {
  test('keep code and settings as they were, and are numbered by what has changed', async () => {
    await create();
    const first = await publish({ Description: 'first' });
    expect(first).toMatchObject({ Version: '1', FunctionArn: `${ARN}:1`, Description: 'first', State: 'Active' });
    // Nothing has changed: the same version.
    expect(await publish()).toMatchObject({ Version: '1' });
    await update('2');
    expect(await publish()).toMatchObject({ Version: '2', FunctionArn: `${ARN}:2` });
    expect(await invoke('users:1')).toEqual([[1, '1', `${ARN}:1`], '1']);
    expect(await invoke('users', { Qualifier: '2' })).toEqual([[2, '2', `${ARN}:2`], '2']);
    expect(await invoke('users')).toEqual([[2, '$LATEST', ARN], '$LATEST']);
    const { Versions } = await handlers.listVersionsByFunction({ FunctionName: 'users' }, call());
    expect(Versions?.map(({ Version, FunctionArn }) => [Version, FunctionArn])).toEqual([
      ['$LATEST', `${ARN}:$LATEST`],
      ['1', `${ARN}:1`],
      ['2', `${ARN}:2`],
    ]);
  });

  test('are listed page by page', async () => {
    await create();
    for (const value of ['2', '3', '4']) {
      await update(value, { Publish: true });
    }
    const seen: unknown[] = [];
    let Marker: string | undefined;
    do {
      const page = await handlers.listVersionsByFunction(
        { FunctionName: 'users', MaxItems: 2, ...(Marker !== undefined && { Marker }) },
        call(),
      );
      expect(page.Versions?.length).toBeLessThanOrEqual(2);
      seen.push(...(page.Versions ?? []).map(({ Version }) => Version));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    expect(seen).toEqual(['$LATEST', '1', '2', '3']);
  });

  test('are published with creation and update, and refuse another hash or revision', async () => {
    expect(await create('1', { Publish: true })).toMatchObject({ Version: '1', FunctionArn: `${ARN}:1` });
    const { CodeSha256 } = await handlers.getFunctionConfiguration({ FunctionName: 'users' }, call());
    await expect(publish({ CodeSha256: 'abc' })).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
      message: `CodeSHA256 (abc) is different from current CodeSHA256 in $LATEST (${CodeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
    });
    await expect(publish({ RevisionId: 'x' })).rejects.toMatchObject({ code: 'PreconditionFailedException' });
  });

  test('are published without undoing what somebody changes at the same time', async () => {
    await create();
    for (let turn = 0; turn < 10; turn++) {
      let isPublished = false;
      const published = update(String(turn), { Publish: true }).finally(() => {
        isPublished = true;
      });
      let Description = '';
      for (let n = 0; !isPublished; n++) {
        Description = `${turn}.${n}`;
        await handlers.updateFunctionConfiguration({ FunctionName: 'users', Description }, call());
      }
      await published;
      expect(await handlers.getFunctionConfiguration({ FunctionName: 'users' }, call())).toMatchObject({ Description });
    }
  });

  test('are deleted one by one unless an alias needs them, and all with their function', async () => {
    await create('1', { Publish: true });
    await alias('live', '1');
    const remove = (more = {}) => handlers.deleteFunction({ FunctionName: 'users', ...more }, call());
    await expect(remove({ Qualifier: '1' })).rejects.toMatchObject({ code: 'ResourceConflictException' });
    await handlers.deleteAlias({ FunctionName: 'users', Name: 'live' }, call());
    await remove({ Qualifier: '1' });
    await expect(handlers.getFunction({ FunctionName: 'users:1' }, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Function not found: ${ARN}:1`,
    });
    await update('2', { Publish: true });
    await remove();
    await create();
    const { Versions } = await handlers.listVersionsByFunction({ FunctionName: 'users' }, call());
    expect(Versions).toHaveLength(1);
  });
});

describe('aliases', () => {
  test('name a version, which can be changed', async () => {
    await create('1', { Publish: true });
    await update('2', { Publish: true });
    expect(await alias('live', '1', { Description: 'x' })).toEqual({
      AliasArn: `${ARN}:live`,
      Name: 'live',
      FunctionVersion: '1',
      Description: 'x',
      RevisionId: expect.any(String),
    });
    expect(await invoke('users:live')).toEqual([[1, '1', `${ARN}:live`], '1']);
    await handlers.updateAlias({ FunctionName: 'users', Name: 'live', FunctionVersion: '2' }, call());
    expect(await invoke(`${ARN}:live`)).toEqual([[2, '2', `${ARN}:live`], '2']);
    expect(await handlers.getFunctionConfiguration({ FunctionName: 'users', Qualifier: 'live' }, call())).toMatchObject(
      {
        Version: '2',
      },
    );
    expect((await handlers.listAliases({ FunctionName: 'users' }, call())).Aliases).toHaveLength(1);
    expect((await handlers.listAliases({ FunctionName: 'users', FunctionVersion: '1' }, call())).Aliases).toEqual([]);
  });

  test('part calls by weight', async () => {
    await create('1', { Publish: true });
    await update('2', { Publish: true });
    await alias('live', '1', { RoutingConfig: { AdditionalVersionWeights: { '2': 1 } } });
    expect((await invoke('users:live'))[1]).toBe('2');
    await handlers.updateAlias({ FunctionName: 'users', Name: 'live', RoutingConfig: {} }, call());
    expect((await invoke('users:live'))[1]).toBe('1');
  });

  test.each([
    [{ FunctionVersion: '7' }, 'ResourceNotFoundException', `Function not found: ${ARN}:7`],
    [{ Name: '12' }, 'ValidationException', /pattern/],
    [
      { RoutingConfig: { AdditionalVersionWeights: { '1': 0.5 } } },
      'InvalidParameterValueException',
      'Invalid function version 1. Function version 1 is already included in routing configuration.',
    ],
    [
      { RoutingConfig: { AdditionalVersionWeights: { '2': 0.2, '3': 0.2 } } },
      'InvalidParameterValueException',
      'Number of items in AdditionalVersionWeights cannot be greater than 1',
    ],
    [
      { RoutingConfig: { AdditionalVersionWeights: { '2': 2 } } },
      'ValidationException',
      "1 validation error detected: Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
    ],
    [
      { RoutingConfig: { AdditionalVersionWeights: { $LATEST: 0.5 } } },
      'ValidationException',
      "1 validation error detected: Value '{$LATEST=0.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+, Member must not be null]",
    ],
    [
      { FunctionName: 'nobody' },
      'ResourceNotFoundException',
      `Function not found: ${ARN.replace('users', 'nobody')}:1`,
    ],
    [
      { FunctionVersion: '$LATEST', RoutingConfig: { AdditionalVersionWeights: { '1': 0.5 } } },
      'InvalidParameterValueException',
      '$LATEST is not supported for an alias pointing to more than 1 version',
    ],
    [{ Name: 'there' }, 'ResourceConflictException', `Alias already exists: ${ARN}:there`],
  ])('%j is refused', async (more, code, message) => {
    await create('1', { Publish: true });
    await alias('there', '1');
    await expect(alias('live', '1', more)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(toPattern(message)),
    });
  });

  test('take what is set for them with them, and nothing that is set for a version', async () => {
    await create('1', { Publish: true });
    await alias('live', '1');
    const name = { FunctionName: 'users', Qualifier: 'live' };
    await handlers.createFunctionUrlConfig({ ...name, AuthType: 'NONE' }, call());
    for (const Qualifier of ['live', '1']) {
      await handlers.putFunctionEventInvokeConfig({ ...name, Qualifier, MaximumRetryAttempts: 1 }, call());
    }
    await handlers.deleteAlias({ FunctionName: 'users', Name: '1' }, call());
    await handlers.deleteAlias({ FunctionName: 'users', Name: 'live' }, call());
    await alias('live', '1');
    await expect(handlers.getFunctionUrlConfig(name, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    const { FunctionEventInvokeConfigs } = await handlers.listFunctionEventInvokeConfigs(
      { FunctionName: 'users' },
      call(),
    );
    expect(FunctionEventInvokeConfigs?.map(({ FunctionArn }) => FunctionArn)).toEqual([`${ARN}:1`]);
  });

  test('have a policy of their own (Lambda guide, "Using qualifiers")', async () => {
    await create('1', { Publish: true });
    await alias('live', '1');
    const source = {
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:a/b/GET/',
    };
    const permission = { StatementId: 'api', Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' };
    const kindOf = async (functionArn: string) =>
      (await harness.service.invoker.invoke({ functionArn, payload: Buffer.from('{}'), type: 'DryRun', source })).kind;
    await handlers.addPermission({ FunctionName: 'users', Qualifier: 'live', ...permission }, call());
    expect(await kindOf(`${ARN}:live`)).toBe('invoked');
    expect(await kindOf(ARN)).toBe('refused');
    expect(await kindOf(`${ARN}:1`)).toBe('refused');
    const { Policy } = await handlers.getPolicy({ FunctionName: 'users', Qualifier: 'live' }, call());
    expect(JSON.parse(Policy ?? '').Statement[0].Resource).toBe(`${ARN}:live`);
    await expect(handlers.getPolicy({ FunctionName: 'users' }, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await handlers.removePermission({ FunctionName: 'users', Qualifier: 'live', StatementId: 'api' }, call());
    expect(await kindOf(`${ARN}:live`)).toBe('refused');
  });
});

function toPattern(message: string | RegExp): RegExp {
  return message instanceof RegExp ? message : new RegExp(`^${message.replace(/[$.*+?^{}()|[\]\\]/g, '\\$&')}$`);
}

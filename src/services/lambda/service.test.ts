import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from './testing/harness.ts';
import { zipFiles } from './testing/zip.ts';

// The service over a real store and real processes. "Recorded" names tests in localstack's test_lambda_api.snapshot.json
// and test_lambda.snapshot.json, whose content was recorded on AWS.
let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:users';
const RETURN_ONE = 'exports.handler = async () => 1';
const create = (source = RETURN_ONE, more = {}) =>
  handlers.createFunction(functionInput('users', source, more), call());
const error = (code: string, message: string) => ({
  code,
  message,
  members: expect.objectContaining({ Type: 'User' }),
});
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');
const invoke = async (more = {}) => {
  const answer = await handlers.invoke({ FunctionName: 'users', ...more }, call());
  return { ...answer, Payload: text(answer.Payload) };
};

describe('functions', () => {
  test('a new function has AWS’s members and defaults (recorded: `test_function_state`, after the wait)', async () => {
    const created = await create();
    expect(created).toEqual({
      Architectures: ['x86_64'],
      CodeSha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      CodeSize: zipFiles({ 'index.js': RETURN_ONE }).length,
      Description: '',
      EphemeralStorage: { Size: 512 },
      FunctionArn: ARN,
      FunctionName: 'users',
      Handler: 'index.handler',
      LastModified: '2026-11-22T12:00:00.000+0000',
      LastUpdateStatus: 'Successful',
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/users' },
      MemorySize: 128,
      PackageType: 'Zip',
      RevisionId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      Role: 'arn:aws:iam::000000000000:role/test',
      Runtime: 'nodejs20.x',
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      State: 'Active',
      Timeout: 3,
      TracingConfig: { Mode: 'PassThrough' },
      Version: '$LATEST',
    });
    expect(await handlers.getFunctionConfiguration({ FunctionName: ARN }, call())).toEqual(created);
    expect(await handlers.getFunction({ FunctionName: 'users' }, call())).toEqual({
      Configuration: created,
      // API reference, `FunctionCodeLocation`.
      Code: { RepositoryType: 'S3', Location: expect.stringMatching(/^http:\/\/control\.test\/.+\.zip\?/) },
    });
  });

  test('with $LATEST named, the ARN shows it (recorded: `test_reserved_concurrency`)', async () => {
    await create();
    const { FunctionArn } = await handlers.getFunctionConfiguration(
      { FunctionName: 'users', Qualifier: '$LATEST' },
      call(),
    );
    expect(FunctionArn).toBe(`${ARN}:$LATEST`);
  });

  test('a name is taken once, in its region', async () => {
    await create();
    await expect(create()).rejects.toMatchObject(error('ResourceConflictException', 'Function already exist: users'));
    await handlers.createFunction(functionInput('users', RETURN_ONE), call('eu-west-1'));
  });

  test.each([
    ['getFunction', { FunctionName: 'users' }, ARN],
    ['getFunction', { FunctionName: 'users', Qualifier: '1221' }, `${ARN}:1221`],
    ['getFunctionConfiguration', { FunctionName: `${ARN}:$LATEST` }, `${ARN}:$LATEST`],
    ['deleteFunction', { FunctionName: 'users' }, ARN],
    ['invoke', { FunctionName: 'users' }, `${ARN}:$LATEST`],
    ['updateFunctionConfiguration', { FunctionName: 'users' }, ARN],
  ] as const)(
    '%s of what is not there: %j (recorded: `test_ops_on_nonexisting_fn`, `test_invoke_exceptions`)',
    async (operation, input, arn) => {
      await expect(handlers[operation](input, call())).rejects.toMatchObject({
        statusCode: 404,
        ...error('ResourceNotFoundException', `Function not found: ${arn}`),
      });
    },
  );

  test('an update changes what it names and the revision, and is in force when it is answered', async () => {
    const { RevisionId } = await create('exports.handler = async () => process.env.ENV_A ?? "none"', {
      Description: 'd',
    });
    expect((await invoke()).Payload).toBe('"none"');
    const changed = await handlers.updateFunctionConfiguration(
      { FunctionName: 'users', Environment: { Variables: { ENV_A: 'a' } }, Timeout: 10, RevisionId },
      call(),
    );
    expect(changed).toMatchObject({ Environment: { Variables: { ENV_A: 'a' } }, Timeout: 10, Description: 'd' });
    expect(changed.RevisionId).not.toBe(RevisionId);
    expect((await invoke()).Payload).toBe('"a"');

    const code = { FunctionName: 'users', ZipFile: zipFiles({ 'index.js': RETURN_ONE }) };
    const replaced = await handlers.updateFunctionCode(code, call());
    expect(replaced.CodeSha256).not.toBe(changed.CodeSha256);
    expect((await invoke()).Payload).toBe('1');
  });

  test('an update of another revision than the caller saw is refused (recorded: `test_lambda_permission_revisions`)', async () => {
    await create();
    const RevisionId = crypto.randomUUID();
    await expect(
      handlers.updateFunctionConfiguration({ FunctionName: 'users', RevisionId }, call()),
    ).rejects.toMatchObject({
      statusCode: 412,
      ...error(
        'PreconditionFailedException',
        'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
      ),
    });
  });

  test('a dry run of a code update shows what would be, and changes nothing', async () => {
    const created = await create();
    const ZipFile = zipFiles({ 'index.js': 'exports.handler = async () => 2' });
    const shown = await handlers.updateFunctionCode({ FunctionName: 'users', ZipFile, DryRun: true }, call());
    expect(shown.CodeSha256).not.toBe(created.CodeSha256);
    expect(await handlers.getFunctionConfiguration({ FunctionName: 'users' }, call())).toEqual(created);
    expect((await invoke()).Payload).toBe('1');
  });

  test('a deleted function is gone with its policy, its code and its instances', async () => {
    await create('exports.handler = async () => process.pid');
    await handlers.addPermission({ FunctionName: 'users', StatementId: 's', Action: '*', Principal: '*' }, call());
    await invoke();
    expect(await handlers.deleteFunction({ FunctionName: 'users' }, call())).toEqual({ StatusCode: 204 });
    await expect(invoke()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    await expect
      .poll(async () => {
        await harness.service.removeUnusedCode();
        return readdir(harness.codeDirectory);
      })
      .toEqual([]);
    await create();
    await expect(handlers.getPolicy({ FunctionName: 'users' }, call())).rejects.toMatchObject({ statusCode: 404 });
  });

  test('$LATEST cannot be deleted alone (recorded: `test_ops_with_arn_qualifier_mismatch`)', async () => {
    await create();
    await expect(
      handlers.deleteFunction({ FunctionName: 'users', Qualifier: '$LATEST' }, call()),
    ).rejects.toMatchObject(
      error('InvalidParameterValueException', '$LATEST version cannot be deleted without deleting the function.'),
    );
  });

  test('a list comes in pages, in its region, without states', async () => {
    for (const name of ['c', 'a', 'b']) await handlers.createFunction(functionInput(name, RETURN_ONE), call());
    const first = await handlers.listFunctions({ MaxItems: 2 }, call());
    expect(first.Functions?.map(({ FunctionName }) => FunctionName)).toEqual(['a', 'b']);
    expect(first.Functions?.[0]).not.toHaveProperty('State');
    const { NextMarker: Marker = 'none' } = first;
    const second = await handlers.listFunctions({ MaxItems: 2, Marker }, call());
    expect(second.Functions?.map(({ FunctionName }) => FunctionName)).toEqual(['c']);
    expect(second).not.toHaveProperty('NextMarker');
    expect((await handlers.listFunctions({}, call('eu-west-1'))).Functions).toEqual([]);
  });

  test('code that is not a zip file in the call is refused, and so is a runtime that this machine lacks', async () => {
    const refusal = { code: 'InvalidParameterValueException', statusCode: 400 };
    await expect(create(RETURN_ONE, { Code: { S3Bucket: 'b', S3Key: 'k' } })).rejects.toMatchObject(refusal);
    await expect(create(RETURN_ONE, { Code: { ImageUri: 'i' } })).rejects.toMatchObject(refusal);
    await expect(create(RETURN_ONE, { Runtime: 'java21' })).rejects.toMatchObject({
      ...refusal,
      message: 'The runtime java21 cannot run here: only nodejs*, python3.* and provided* can.',
    });
    expect(await readdir(harness.codeDirectory).catch(() => [])).toEqual([]);
  });
});

describe('Invoke', () => {
  test('gives the answer, and the log when asked', async () => {
    await create('exports.handler = async (event) => { console.log("seen"); return event }');
    expect(await invoke({ Payload: Buffer.from('{"a":1}') })).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: '{"a":1}',
    });
    const { LogResult = '' } = await invoke({ LogType: 'Tail' });
    expect(Buffer.from(LogResult, 'base64').toString()).toMatch(/^START RequestId: .*\tINFO\tseen\nEND RequestId: /s);
    expect((await invoke()).Payload).toBe('{}');
  });

  test('gives the call’s id to the function, and the ARN as it was named (recorded: `test_introspection_invoke`)', async () => {
    await create('exports.handler = async (event, context) => [context.awsRequestId, context.invokedFunctionArn]');
    const one = call();
    const { Payload } = await handlers.invoke({ FunctionName: 'users', Qualifier: '$LATEST' }, one);
    expect(JSON.parse(text(Payload))).toEqual([one.requestId, `${ARN}:$LATEST`]);
  });

  test('tells of a function’s error', async () => {
    await create('exports.handler = async () => { throw new Error("no") }');
    const { StatusCode, FunctionError, Payload } = await invoke();
    expect([StatusCode, FunctionError, JSON.parse(Payload).errorMessage]).toEqual([200, 'Unhandled', 'no']);
  });

  test('refuses what is no JSON, and what is too large', async () => {
    await create();
    await expect(invoke({ Payload: Buffer.from('{bad') })).rejects.toMatchObject({
      code: 'InvalidRequestContentException',
      statusCode: 400,
      message: expect.stringMatching(/^Could not parse request body into json: Could not parse payload into json: /),
    });
    const large = Buffer.from(`"${'x'.repeat(6_291_455)}"`);
    await expect(invoke({ Payload: large })).rejects.toMatchObject({
      code: 'RequestTooLargeException',
      statusCode: 413,
    });
    // API reference, `Invoke`: 1 MB for asynchronous invocations.
    const oneMegabyte = Buffer.from(`"${'x'.repeat(1_048_575)}"`);
    await expect(invoke({ InvocationType: 'Event', Payload: oneMegabyte })).rejects.toMatchObject({ statusCode: 413 });
    await expect(invoke({ InvocationType: 'Later' })).rejects.toMatchObject({
      code: 'ValidationException',
      message:
        "1 validation error detected: Value 'Later' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]",
    });
  });

  test('of type DryRun runs nothing, of type Event runs it later', async () => {
    const file = `${harness.codeDirectory}-ran`;
    await create(`exports.handler = async () => require("fs").appendFileSync(${JSON.stringify(file)}, "x")`);
    expect(await invoke({ InvocationType: 'DryRun' })).toEqual({ StatusCode: 204, Payload: '' });
    expect(await invoke({ InvocationType: 'Event' })).toEqual({ StatusCode: 202, Payload: '' });
    const { readFile } = await import('node:fs/promises');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toBe('x');
  });
});

describe('permission to invoke (fact D62)', () => {
  const sourceArn = 'arn:aws:execute-api:us-east-1:000000000000:abcdefghij/dev/GET/users';
  const fromApi = () =>
    harness.service.invoker.invoke({
      functionArn: ARN,
      payload: Buffer.from('{}'),
      type: 'RequestResponse',
      source: { principal: 'apigateway.amazonaws.com', sourceArn },
    });
  const permit = (StatementId: string, more = {}) =>
    handlers.addPermission(
      {
        FunctionName: 'users',
        StatementId,
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        ...more,
      },
      call(),
    );

  test('is given by a statement and taken by its removal, at once', async () => {
    await create();
    expect(await fromApi()).toMatchObject({ kind: 'refused', reason: 'AccessDenied' });
    const SourceArn = 'arn:aws:execute-api:us-east-1:000000000000:abcdefghij/*/GET/users';
    const { Statement = '' } = await permit('api', { SourceArn });
    expect(JSON.parse(Statement)).toMatchObject({ Sid: 'api', Resource: ARN });
    expect(await fromApi()).toMatchObject({ kind: 'invoked', statusCode: 200 });
    await handlers.removePermission({ FunctionName: 'users', StatementId: 'api' }, call());
    expect(await fromApi()).toMatchObject({ kind: 'refused', reason: 'AccessDenied' });
  });

  test('a policy changes the revision and no instance', async () => {
    const { RevisionId } = await create('exports.handler = async () => process.pid');
    const { Payload: pid } = await invoke();
    await permit('api');
    const policy = await handlers.getPolicy({ FunctionName: 'users' }, call());
    expect(policy.RevisionId).not.toBe(RevisionId);
    expect(JSON.parse(policy.Policy ?? '')).toMatchObject({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [{ Sid: 'api' }],
    });
    expect((await invoke()).Payload).toBe(pid);
  });

  test('AWS’s refusals (recorded: `TestLambdaPermissions`, `test_layer_policy_exceptions`)', async () => {
    await create();
    const remove = (StatementId: string) => handlers.removePermission({ FunctionName: 'users', StatementId }, call());
    await expect(remove('none')).rejects.toMatchObject(
      error('ResourceNotFoundException', 'No policy is associated with the given resource.'),
    );
    await expect(handlers.getPolicy({ FunctionName: 'users' }, call())).rejects.toMatchObject(
      error('ResourceNotFoundException', 'The resource you requested does not exist.'),
    );
    await permit('api');
    await expect(permit('api')).rejects.toMatchObject({
      statusCode: 409,
      ...error(
        'ResourceConflictException',
        'The statement id (api) provided already exists. Please provide a new statement id, or remove the existing statement.',
      ),
    });
    await expect(remove('none')).rejects.toMatchObject(
      error('ResourceNotFoundException', 'Statement none is not found in resource policy.'),
    );
    await expect(permit('bad id')).rejects.toMatchObject({ code: 'ValidationException', statusCode: 400 });
  });

  test('a function that is not there is told apart from one that is closed', async () => {
    expect(await fromApi()).toMatchObject({ kind: 'refused', reason: 'NotFound' });
  });
});

test('a reset ends the instances of the functions that it forgets', async () => {
  await create('exports.handler = async () => process.pid');
  const pid = Number((await invoke()).Payload);
  await harness.service.prepareReset();
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
});

test('tags are kept by ARN', async () => {
  await create(RETURN_ONE, { Tags: { team: 'a' } });
  await handlers.tagResource({ Resource: ARN, Tags: { stage: 'dev', team: 'b' } }, call());
  expect(await handlers.listTags({ Resource: ARN }, call())).toEqual({ Tags: { team: 'b', stage: 'dev' } });
  await handlers.untagResource({ Resource: ARN, TagKeys: ['stage'] }, call());
  expect((await handlers.getFunction({ FunctionName: 'users' }, call())).Tags).toEqual({ team: 'b' });
});

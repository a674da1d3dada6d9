import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import { describe, expect, inject, test } from 'vitest';
import { allow, callSigned, createUser, deny, deployWho, iamClient, keyOf, policy } from '../support/identities.ts';
import { credentials, type Key } from '../support/sallyport.ts';
import { createApi, invocationUri, known, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Two accounts on one server (features A1.17): each has its own identities and APIs, and what crosses between them needs the
// word of both (IAM user guide, "Cross-account policy evaluation logic").
const { controlUrl, gatewayUrl } = inject('sallyport');
const { accountId: OTHER, root } = inject('otherAccount');
const OWN = '000000000000';
const ours = sdk(controlUrl);
const theirs = sdk(controlUrl, root);
const ourIam = iamClient({ controlUrl });
const theirIam = iamClient({ controlUrl }, root);

// Guide page apigateway-authorization-flow, Table B: Account B calls an API owned by account A (fact D103).
describe('Table B, with users of another account and real signatures', () => {
  const IDENTITY = {
    Allow: [allow('execute-api:Invoke')],
    None: [],
    Deny: [allow('execute-api:Invoke'), deny('execute-api:Invoke')],
  };
  const statement = (Effect: string, Resource: string, Principal: unknown = '*') => ({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal, Action: 'execute-api:Invoke', Resource }],
  });
  const RESOURCE = {
    Allow: statement('Allow', 'execute-api:/dev/*/who'),
    'Allow to the account': statement('Allow', 'execute-api:/dev/*/who', { AWS: `arn:aws:iam::${OTHER}:root` }),
    None: statement('Allow', 'execute-api:/dev/*/other'),
    Deny: statement('Deny', 'execute-api:/dev/*/who'),
  };
  test.each([
    ['Allow', 'Allow', 200],
    ['Allow', 'Allow to the account', 200],
    ['Allow', 'None', 403],
    ['Allow', 'Deny', 403],
    ['None', 'Allow', 403],
    ['None', 'Allow to the account', 403],
    ['None', 'None', 403],
    ['None', 'Deny', 403],
    ['Deny', 'Allow', 403],
    ['Deny', 'None', 403],
    ['Deny', 'Deny', 403],
  ] as const)('%s and %s: %d', async (identity, policies, status) => {
    const { url } = await deployWho({ gatewayUrl }, ours, RESOURCE[policies]);
    const user = await createUser(theirIam, ...IDENTITY[identity]);
    const answer = await callSigned(url, user);
    expect(answer.status).toBe(status);
    // Table B tells explicit denies from implicit ones, and so does the answer (fact D107).
    if (status === 200) expect(answer.body).toContain(`${OTHER} ${user.accessKeyId} `);
    else expect(answer.body.includes('explicit deny')).toBe([identity, policies].includes('Deny'));
  });

  test('without a resource policy nobody of another account gets in, not even its root user', async () => {
    const { url } = await deployWho({ gatewayUrl }, ours);
    const user = await createUser(theirIam, allow('*'));
    expect([(await callSigned(url, user)).status, (await callSigned(url, root)).status]).toEqual([403, 403]);
  });
});

test('each account has its own identities and APIs, and shows the other’s to nobody', async () => {
  expect(await theirs.sts.getCallerIdentity({})).toMatchObject({
    Account: OTHER,
    Arn: `arn:aws:iam::${OTHER}:root`,
    UserId: OTHER,
  });
  const UserName = `both-${randomUUID()}`;
  const [our, their] = await Promise.all([ourIam, theirIam].map((iam: IAM) => iam.createUser({ UserName })));
  expect([our?.User?.Arn, their?.User?.Arn]).toEqual(
    [OWN, OTHER].map((account) => `arn:aws:iam::${account}:user/${UserName}`),
  );
  const { restApiId } = await createApi(ours, 'mine');
  await expect(theirs.apis.getRestApi({ restApiId })).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Invalid API identifier specified ${OTHER}:${restApiId}`,
  });
  await expect(theirs.apis.deleteRestApi({ restApiId })).rejects.toMatchObject({ name: 'NotFoundException' });
  const pinned = { name: 'pinned', tags: { _custom_id_: restApiId } };
  await expect(theirs.apis.createRestApi(pinned)).rejects.toMatchObject({ $metadata: { httpStatusCode: 409 } });
});

test('a key says whose account it is of, and its session acts there', async () => {
  const user = await createUser(theirIam, allow('*'));
  expect(await ours.sts.getAccessKeyInfo({ AccessKeyId: user.accessKeyId })).toMatchObject({ Account: OTHER });
  const { Credentials } = await sdk(controlUrl, user).sts.getSessionToken({});
  const session = sdk(controlUrl, keyOf(Credentials));
  expect(await session.sts.getCallerIdentity({})).toMatchObject({
    Arn: `arn:aws:iam::${OTHER}:user/${user.name}`,
  });
  const ofRoot = keyOf((await theirs.sts.getSessionToken({})).Credentials);
  expect(await sdk(controlUrl, ofRoot).sts.getCallerIdentity({})).toMatchObject({ Account: OTHER });
});

test('a role is assumed by another account’s user when it trusts the account and his own policies let him', async () => {
  const RoleName = `shared-${randomUUID()}`;
  const RoleArn = `arn:aws:iam::${OWN}:role/${RoleName}`;
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: OTHER } };
  await ourIam.createRole({ RoleName, AssumeRolePolicyDocument: policy(trust) });
  await ourIam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument: policy(allow('apigateway:GET')) });
  const assume = async (...statements: readonly object[]) => {
    const user = await createUser(theirIam, ...statements);
    const sts = new STS({ endpoint: controlUrl, region: 'us-east-1', credentials: user });
    return sts.assumeRole({ RoleArn, RoleSessionName: 'one' });
  };
  await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  const { Credentials } = await assume(allow('sts:AssumeRole'));
  const visitor = sdk(controlUrl, keyOf(Credentials));
  const { restApiId } = await createApi(ours, 'seen');
  expect(await visitor.apis.getRestApi({ restApiId })).toMatchObject({ id: restApiId });
  await expect(visitor.apis.deleteRestApi({ restApiId })).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a function is called, seen and changed by another account only as its own policy allows', async () => {
  const FunctionName = `shared-${randomUUID()}`;
  const FunctionArn = await createFunction(FunctionName);
  const denied = { name: 'AccessDeniedException', message: expect.stringContaining('no resource-based policy allows') };
  await expect(theirs.functions.invoke({ FunctionName: FunctionArn })).rejects.toMatchObject(denied);
  await expect(theirs.functions.getFunction({ FunctionName: `${OWN}:function:${FunctionName}` })).rejects.toMatchObject(
    denied,
  );
  await expect(theirs.functions.listTags({ Resource: FunctionArn })).rejects.toMatchObject(denied);
  await expect(theirs.functions.getFunction({ FunctionName })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const permission = { FunctionName, StatementId: 'them', Action: 'lambda:InvokeFunction', Principal: OTHER };
  await ours.functions.addPermission(permission);
  const { Payload } = await theirs.functions.invoke({ FunctionName: FunctionArn });
  expect(Buffer.from(known(Payload)).toString()).toBe('1');
  await expect(theirs.functions.deleteFunction({ FunctionName: FunctionArn })).rejects.toMatchObject(denied);
  const stranger = sdk(controlUrl, await createUser(theirIam));
  await expect(stranger.functions.invoke({ FunctionName: FunctionArn })).rejects.toMatchObject({
    message: expect.stringContaining('no identity-based policy allows'),
  });
});

test('a layer is used by another account only as its own policy allows', async () => {
  const LayerName = `shared-${randomUUID()}`;
  const { LayerVersionArn = '' } = await ours.functions.publishLayerVersion({
    LayerName,
    Content: { ZipFile: createZip({ 'nodejs/shared.js': '' }) },
  });
  const FunctionName = `layered-${randomUUID()}`;
  await createFunction(FunctionName, theirs, `arn:aws:iam::${OTHER}:role/any`);
  const use = () => theirs.functions.updateFunctionConfiguration({ FunctionName, Layers: [LayerVersionArn] });
  const refusal = { message: expect.stringContaining(`lambda:GetLayerVersion on resource: ${LayerVersionArn}`) };
  await expect(use()).rejects.toMatchObject(refusal);
  await expect(theirs.functions.getLayerVersionByArn({ Arn: LayerVersionArn })).rejects.toMatchObject(refusal);
  const permission = { LayerName, VersionNumber: 1, StatementId: 'them', Action: 'lambda:GetLayerVersion' };
  await ours.functions.addLayerVersionPermission({ ...permission, Principal: OTHER });
  expect((await use()).Layers).toMatchObject([{ Arn: LayerVersionArn }]);
  expect(await theirs.functions.getLayerVersionByArn({ Arn: LayerVersionArn })).toMatchObject({ Version: 1 });
});

test('what is found without an account is found in every one: users of pools, function URLs', async () => {
  const pools = new CognitoIdentityProvider({ endpoint: controlUrl, region: 'us-east-1', credentials: root });
  const UserPoolId = known((await pools.createUserPool({ PoolName: 'theirs' })).UserPool?.Id);
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'] as const;
  const client = { UserPoolId, ClientName: 'web', ExplicitAuthFlows: [...ExplicitAuthFlows] };
  const ClientId = known((await pools.createUserPoolClient(client)).UserPoolClient?.ClientId);
  const [USERNAME, PASSWORD] = ['anna', 'Secret-123'];
  await pools.adminCreateUser({ UserPoolId, Username: USERNAME, MessageAction: 'SUPPRESS' });
  await pools.adminSetUserPassword({ UserPoolId, Username: USERNAME, Password: PASSWORD, Permanent: true });
  const AuthParameters = { USERNAME, PASSWORD };
  const { AuthenticationResult } = await pools.initiateAuth({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  });
  expect(AuthenticationResult?.IdToken).toBeDefined();
  const asOurs = new CognitoIdentityProvider({ endpoint: controlUrl, region: 'us-east-1', credentials });
  await expect(asOurs.describeUserPool({ UserPoolId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });

  const FunctionName = `url-${randomUUID()}`;
  await createFunction(FunctionName, theirs, `arn:aws:iam::${OTHER}:role/any`);
  const { FunctionUrl } = await theirs.functions.createFunctionUrlConfig({ FunctionName, AuthType: 'NONE' });
  const anybody = { FunctionName, Principal: '*' };
  const url = { StatementId: 'url', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' } as const;
  await theirs.functions.addPermission({ ...anybody, ...url });
  const behind = { StatementId: 'behind', Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true };
  await theirs.functions.addPermission({ ...anybody, ...behind });
  expect(await statusByHost(new URL(known(FunctionUrl)).host)).toBe(200);
});

test('no account passes on a role of another, behind stage variables neither', async () => {
  const functionArn = await createFunction(`called-${randomUUID()}`);
  const RoleName = `passed-${randomUUID()}`;
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } };
  await ourIam.createRole({ RoleName, AssumeRolePolicyDocument: policy(trust) });
  await ourIam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument: policy(allow('lambda:InvokeFunction')) });
  const roleOf = (account: string) => `arn:aws:iam::${account}:role/${RoleName}`;
  const call = async (client: typeof ours, credentials: string) => {
    const { restApiId, resourceId } = await createApi(client, 'one');
    const address = { restApiId, resourceId, httpMethod: 'GET' };
    await client.apis.putMethod({ ...address, authorizationType: 'NONE' });
    const target = { type: 'AWS', integrationHttpMethod: 'POST', uri: invocationUri(functionArn) } as const;
    await client.apis.putIntegration({ ...address, ...target, credentials });
    await client.apis.putMethodResponse({ ...address, statusCode: '200' });
    await client.apis.putIntegrationResponse({ ...address, statusCode: '200' });
    await client.apis.createDeployment({ restApiId, stageName: 'dev', variables: { owner: OWN } });
    return (await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/dev/one`)).status;
  };
  const hidden = roleOf(`\${stageVariables.owner}`);
  const unknown = (account: string) => `arn:aws:iam::${account}:role/unknown-${randomUUID()}`;
  expect([await call(ours, roleOf(OWN)), await call(ours, hidden)]).toEqual([200, 200]);
  const refusal = {
    name: 'AccessDeniedException',
    message: expect.stringContaining(`not authorized to perform: iam:PassRole on resource: ${roleOf(OWN)}`),
  };
  await expect(call(theirs, roleOf(OWN))).rejects.toMatchObject(refusal);
  await expect(createFunction('theirs', theirs, roleOf(OWN))).rejects.toMatchObject(refusal);
  // As other refusals of a function behind `AWS` (integrations/lambda/lambda.test.ts).
  expect(await call(theirs, hidden)).toBe(504);
  // A role that IAM does not know is not asked, and opens nothing of another account all the same.
  expect(await call(ours, unknown(OWN))).toBe(200);
  expect(await call(theirs, unknown(OTHER))).toBe(504);
  expect(await call(theirs, unknown(`\${stageVariables.owner}`))).toBe(504);
  const FunctionName = `sender-${randomUUID()}`;
  await createFunction(FunctionName, theirs, unknown(OTHER));
  const DestinationConfig = { OnSuccess: { Destination: functionArn } };
  await expect(
    theirs.functions.putFunctionEventInvokeConfig({ FunctionName, DestinationConfig }),
  ).rejects.toMatchObject({ message: expect.stringContaining('The provided destination config') });
});

test('what an account has is nothing that another could write to, serve or look at', async () => {
  const name = `ours-${randomUUID()}`;
  const logs = (key: Key = credentials) =>
    new CloudWatchLogs({ endpoint: controlUrl, region: 'us-east-1', credentials: key });
  const watch = (key: Key = credentials) =>
    new CloudWatch({ endpoint: controlUrl, region: 'us-east-1', credentials: key });
  await logs().createLogGroup({ logGroupName: name });
  const groupArn = `arn:aws:logs:us-east-1:${OWN}:log-group:${name}`;
  const alarm = { AlarmName: name, Namespace: 'n', MetricName: 'm', Statistic: 'Sum', Threshold: 1 } as const;
  await watch().putMetricAlarm({
    ...alarm,
    ...{ ComparisonOperator: 'GreaterThanThreshold', Period: 60, EvaluationPeriods: 1 },
  });
  const alarmArn = `arn:aws:cloudwatch:us-east-1:${OWN}:alarm:${name}`;
  const mine = await createApi(ours, 'mine');
  const { restApiId, resourceId } = await createApi(theirs, 'theirs');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await theirs.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await theirs.apis.putIntegration({ ...method, type: 'MOCK' });
  await theirs.apis.createDeployment({ restApiId, stageName: 'dev' });
  const value = `arn:aws:iam::${OTHER}:role/logs`;
  await theirs.apis.updateAccount({ patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value }] });
  const destination = { op: 'replace', path: '/accessLogSettings/destinationArn', value: groupArn } as const;
  const domainName = `${name}.test`;
  await theirs.apis.createDomainName({ domainName, endpointConfiguration: { types: ['REGIONAL'] } });
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    'log requests there': () =>
      theirs.apis.updateStage({ restApiId, stageName: 'dev', patchOperations: [destination] }),
    'serve its API': () => theirs.apis.createBasePathMapping({ domainName, restApiId: mine.restApiId }),
    'plan its usage': () => theirs.apis.createUsagePlan({ name, apiStages: [{ apiId: mine.restApiId, stage: 'dev' }] }),
    'tag its API': () =>
      theirs.apis.tagResource({
        resourceArn: `arn:aws:apigateway:us-east-1::/restapis/${mine.restApiId}`,
        tags: { a: 'b' },
      }),
    'take its domain name': () =>
      ours.apis.createDomainName({ domainName, endpointConfiguration: { types: ['REGIONAL'] } }),
    'read its log': () => logs(root).filterLogEvents({ logGroupIdentifier: groupArn }),
    'query its log': () =>
      logs(root).startQuery({
        logGroupIdentifiers: [groupArn],
        queryString: 'fields @message',
        startTime: 0,
        endTime: 1,
      }),
    'see the tags of its log': () => logs(root).listTagsForResource({ resourceArn: groupArn }),
    'tag its alarm': () => watch(root).tagResource({ ResourceARN: alarmArn, Tags: [{ Key: 'a', Value: 'b' }] }),
    'see the tags of its alarm': () => watch(root).listTagsForResource({ ResourceARN: alarmArn }),
    'silence its alarm': () => watch(root).setAlarmState({ AlarmName: name, StateValue: 'OK', StateReason: 'quiet' }),
  };
  const through: string[] = [];
  for (const [what, attempt] of Object.entries(attempts)) {
    const status = await attempt().then(
      () => 200,
      ({ $metadata }) => $metadata?.httpStatusCode,
    );
    if (!(status >= 400 && status < 500)) through.push(`${what}: ${status}`);
  }
  expect(through).toEqual([]);
  expect((await watch(root).describeAlarms({ AlarmNames: [name] })).MetricAlarms).toEqual([]);
  expect((await logs(root).describeLogGroups({ logGroupNamePrefix: name })).logGroups).toEqual([]);
});

async function createFunction(FunctionName: string, client = ours, Role = `arn:aws:iam::${OWN}:role/any`) {
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role,
    Code: { ZipFile: createZip({ 'index.js': 'exports.handler = async () => 1;' }) },
  });
  return known(FunctionArn);
}

/** The status of the control port's answer to a request for another host. */
function statusByHost(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(controlUrl);
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path: '/', headers: { Host: host }, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

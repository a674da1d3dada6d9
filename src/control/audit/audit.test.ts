import { APIGateway } from '@aws-sdk/client-api-gateway';
import { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceError } from '../../aws/index.ts';
import { serveService } from '../index.ts';
import { ACCOUNT_ID, type ControlPlaneServer, KEY, serveControlPlane } from '../testing/control-plane-server.ts';
import { smallServices } from '../testing/small-services.ts';
import type { AuditRecord } from './index.ts';

// Telemetry E.5; members as in the CloudTrail user guide, "CloudTrail record contents" and "userIdentity element".
const records: AuditRecord[] = [];
let server: ControlPlaneServer;
const keys = serveService<APIGateway>('apigateway', {
  async createApiKey(input) {
    const { stageKeys: _, ...rest } = input;
    return { ...rest, id: 'abc' };
  },
  async getApiKeys() {
    return { items: [] };
  },
  async deleteApiKey({ apiKey }) {
    if (apiKey === 'long') throw new ServiceError('BadRequestException', 400, 'x'.repeat(1_000_000));
    throw new ServiceError('NotFoundException', 404, 'Invalid API Key identifier specified');
  },
  async createUsagePlanKey({ keyId }) {
    return { id: keyId, type: 'API_KEY', value: 'the-value-of-an-api-key' };
  },
  async putMethod() {
    return {};
  },
  async testInvokeMethod() {
    return {};
  },
});
beforeAll(async () => {
  const others = smallServices([]).filter(({ name }) => name !== 'apigateway');
  server = await serveControlPlane([keys, ...others], { audit: (record) => records.push(record) });
});
afterAll(() => server.close());

const options = () => ({ endpoint: server.endpoint, region: 'eu-west-1', credentials: KEY, maxAttempts: 1 });
const last = () => records.at(-1);

it('records a change with what was asked for and what was made', async () => {
  const before = records.length;
  await new IAM(options()).createRole({ RoleName: 'r', AssumeRolePolicyDocument: '{}' });
  expect(records).toHaveLength(before + 1);
  expect(last()).toMatchObject({
    eventVersion: '1.11',
    userIdentity: {
      type: 'Root',
      principalId: ACCOUNT_ID,
      arn: `arn:aws:iam::${ACCOUNT_ID}:root`,
      accountId: ACCOUNT_ID,
      accessKeyId: KEY.accessKeyId,
    },
    eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateRole',
    sourceIPAddress: '127.0.0.1',
    requestParameters: { roleName: 'r', assumeRolePolicyDocument: '{}' },
    responseElements: { role: { roleName: 'r', roleId: 'R' } },
    readOnly: false,
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT_ID,
    eventCategory: 'Management',
  });
});

it('records of reading what was asked for alone', async () => {
  await new APIGateway(options()).getApiKeys({ includeValues: true });
  expect(last()).toMatchObject({
    eventName: 'GetApiKeys',
    awsRegion: 'eu-west-1',
    readOnly: true,
    responseElements: null,
  });
});

it('records why a call failed', async () => {
  await new APIGateway(options()).deleteApiKey({ apiKey: 'x' }).catch(() => undefined);
  expect(last()).toMatchObject({
    eventName: 'DeleteApiKey',
    errorCode: 'NotFoundException',
    errorMessage: 'Invalid API Key identifier specified',
    requestParameters: { apiKey: 'x' },
    responseElements: null,
  });
});

it('holds no secret', async () => {
  await new APIGateway(options()).createApiKey({ name: 'k', value: 'the-value-of-an-api-key' });
  expect(JSON.stringify(last())).not.toContain('the-value-of-an-api-key');
  await new APIGateway(options()).createUsagePlanKey({ usagePlanId: 'p', keyId: 'abc', keyType: 'API_KEY' });
  expect(last()).toMatchObject({
    responseElements: { id: 'abc', type: 'API_KEY', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
  });
  await new STS(options()).assumeRole({ RoleArn: 'arn:aws:iam::000000000000:role/r', RoleSessionName: 's' });
  expect(last()).toMatchObject({
    responseElements: {
      credentials: {
        accessKeyId: 'A',
        secretAccessKey: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        sessionToken: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
    },
  });
});

it('hides what fields of a tested request hold, and tells how a method authorizes', async () => {
  const method = { restApiId: 'a', resourceId: 'b', httpMethod: 'GET' };
  const headers = { 'X-Api-Key': 'the-key', Cookie: 'id=the-key', Authorization: 'Bearer the-key', Accept: '*/*' };
  await new APIGateway(options()).testInvokeMethod({ ...method, headers });
  expect(JSON.stringify(last())).not.toContain('the-key');
  expect(last()).toMatchObject({ requestParameters: { headers: { Accept: '*/*' } } });
  const requestParameters = { 'method.request.header.Authorization': true };
  await new APIGateway(options()).putMethod({ ...method, authorizationType: 'NONE', requestParameters });
  expect(last()).toMatchObject({ requestParameters: { authorizationType: 'NONE', requestParameters } });
});

it('is bounded, whatever an error echoes', async () => {
  await new APIGateway(options()).deleteApiKey({ apiKey: 'long' }).catch(() => undefined);
  expect(last()).toMatchObject({ errorCode: 'BadRequestException' });
  expect(JSON.stringify(last()).length).toBeLessThan(6_000);
});

it('says nothing of calls that nobody has signed', async () => {
  const before = records.length;
  await fetch(`${server.endpoint}/apikeys`);
  expect(records).toHaveLength(before);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createApiWithMethod, createDeployableApi, type TestMethod } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// API reference, TestInvokeMethod; features A1.10. What a test comes to is tested with the data plane.
let service: TestService;
let method: TestMethod;
beforeEach(async () => {
  service = await startService();
  method = await createDeployableApi(service);
});

const test = (more: object = {}) => service.api.testInvokeMethod({ ...method, ...more }, service.call());
const sent = () => {
  const last = service.methodTests.at(-1);
  if (!last) throw new Error('Nothing was sent.');
  return last;
};

describe('TestInvokeMethod', () => {
  it('answers with both forms of the headers, the body as text, the log and the latency', async () => {
    expect(await test()).toEqual({
      status: 201,
      body: 'grün',
      headers: { 'X-A': '2', 'Content-Type': 'text/plain' },
      multiValueHeaders: { 'X-A': ['1', '2'], 'Content-Type': ['text/plain'] },
      log: 'Execution log for request x\n',
      latency: 7,
    });
  });

  it('tests the API as it is, with the one method, under the name of AWS’s test stage (fact D62)', async () => {
    await service.api.putMethod({ ...method, httpMethod: 'POST', authorizationType: 'NONE' }, service.call());
    await test({ stageVariables: { v: '1' } });
    const { snapshot } = sent();
    expect(snapshot.ref).toMatchObject({ apiId: method.restApiId, stageName: 'test-invoke-stage' });
    expect(snapshot.stage).toMatchObject({ variables: { v: '1' }, cacheClusterEnabled: false, methodSettings: {} });
    expect(snapshot.deployment.resources).toHaveLength(1);
    expect(Object.keys(snapshot.deployment.resources[0]?.resourceMethods ?? {})).toEqual(['GET']);
  });

  it('asks for no authorization and no key, whatever the method and the API want', async () => {
    const patch = (path: string, value: string) => ({ op: 'replace', path, value });
    await service.api.updateMethod(
      { ...method, patchOperations: [patch('/authorizationType', 'AWS_IAM'), patch('/apiKeyRequired', 'true')] },
      service.call(),
    );
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
    });
    await service.api.updateRestApi(
      {
        restApiId: method.restApiId,
        patchOperations: [patch('/policy', policy), patch('/disableExecuteApiEndpoint', 'true')],
      },
      service.call(),
    );
    await test();
    const { restApi, resources } = sent().snapshot.deployment;
    expect(restApi).toMatchObject({ disableExecuteApiEndpoint: false });
    expect(restApi).not.toHaveProperty('policy');
    expect(resources[0]?.resourceMethods.GET).toMatchObject({ authorizationType: 'NONE', apiKeyRequired: false });
  });

  it.each([
    [undefined, '/'],
    ['', '/'],
    ['?a=1', '/?a=1'],
    ['pets', '/pets'],
    ['/a b\r\nX: y/ü', '/a%20b%0D%0AX:%20y/%C3%BC'],
  ])('of the path %j calls %j', async (pathWithQueryString, path) => {
    await test(pathWithQueryString === undefined ? {} : { pathWithQueryString });
    expect(sent().pathWithQueryString).toBe(path);
  });

  it('sends the body and all values of headers', async () => {
    await test({ body: 'grün', headers: { A: '1', B: '2' }, multiValueHeaders: { B: ['3', '4'] } });
    expect(sent().headers).toEqual(['A', '1', 'B', '3', 'B', '4']);
    expect(Buffer.from(sent().body).toString()).toBe('grün');
  });

  it.each([{ 'a b': '1' }, { A: 'x\r\nB: y' }, { '': '1' }])('refuses the headers %j', async (headers) => {
    await expect(test({ headers })).rejects.toMatchObject({ code: 'BadRequestException' });
    expect(service.methodTests).toEqual([]);
  });

  it('wants an API, a resource and a method; ANY stands for every verb', async () => {
    await expect(test({ resourceId: 'nope' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Resource identifier specified'),
    );
    await expect(test({ httpMethod: 'POST' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Method identifier specified'),
    );
    await expect(test({ httpMethod: 'constructor' })).rejects.toMatchObject({ code: 'NotFoundException' });
    await service.api.putMethod({ ...method, httpMethod: 'ANY', authorizationType: 'NONE' }, service.call());
    await test({ httpMethod: 'POST' });
    expect(sent().httpMethod).toBe('POST');
  });

  it('checks stage variables and the client certificate', async () => {
    await expect(test({ stageVariables: { 'a-b': '1' } })).rejects.toMatchObject({ code: 'BadRequestException' });
    await expect(test({ clientCertificateId: 'nope' })).rejects.toMatchObject({ code: 'NotFoundException' });
  });

  it('leaves it to the data plane to say that there is no integration', async () => {
    method = await createApiWithMethod(service);
    await test();
    expect(service.methodTests).toHaveLength(1);
  });
});

import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { createApi, invocationUri, known, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

const code = `
let count = 0;
exports.handler = async (event) => ({
  statusCode: event.httpMethod === 'POST' ? 201 : 200,
  body: JSON.stringify({ verb: event.httpMethod, path: event.path, calls: ++count }),
});`;

test('the walkthrough with the JavaScript SDK: deploy, call, redeploy, roll back', async () => {
  const server = inject('sallyport');
  const client = sdk(server.controlUrl);
  const { apis, functions } = client;
  const FunctionName = `users-${randomUUID()}`;
  const { FunctionArn } = await functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/users',
    Code: { ZipFile: createZip({ 'index.js': code }) },
  });
  await functions.addPermission({
    FunctionName,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });

  const { restApiId, resourceId } = await createApi(client, 'users');
  const link = async (httpMethod: string) => {
    await apis.putMethod({ restApiId, resourceId, httpMethod, authorizationType: 'NONE' });
    const uri = invocationUri(known(FunctionArn));
    await apis.putIntegration({
      restApiId,
      resourceId,
      httpMethod,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri,
    });
  };
  const call = async (stage: string, method: string) => {
    const response = await fetch(`${server.gatewayUrl}/_aws/execute-api/${restApiId}/${stage}/users`, { method });
    return { status: response.status, ...((await response.json()) as object) };
  };

  await link('GET');
  const first = await apis.createDeployment({ restApiId, stageName: 'dev' });
  expect(await call('dev', 'GET')).toMatchObject({ status: 200, verb: 'GET', path: '/users', calls: 1 });

  // Edited, but not deployed: nothing that is served has changed (features A1.8).
  await link('POST');
  expect(await call('dev', 'POST')).toEqual({ status: 403, message: 'Missing Authentication Token' });

  await apis.createDeployment({ restApiId, stageName: 'dev' });
  expect(await call('dev', 'POST')).toMatchObject({ status: 201, verb: 'POST' });

  // A rollback is pointing the stage at the older deployment (features A8.6); a deployment in use stays (A1.8).
  const deploymentId = known(first.id);
  await apis.updateStage({
    restApiId,
    stageName: 'dev',
    patchOperations: [{ op: 'replace', path: '/deploymentId', value: deploymentId }],
  });
  expect(await call('dev', 'POST')).toEqual({ status: 403, message: 'Missing Authentication Token' });
  await expect(apis.deleteDeployment({ restApiId, deploymentId })).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Active stages pointing to this deployment must be moved or deleted',
  });

  await apis.deleteRestApi({ restApiId });
  expect((await call('dev', 'GET')).status).toBe(403);
  await expect(apis.getStage({ restApiId, stageName: 'dev' })).rejects.toMatchObject({ name: 'NotFoundException' });
});

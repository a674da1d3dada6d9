import { APIGateway } from '@aws-sdk/client-api-gateway';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { createSchemaLibrary } from './index.ts';

// Expected values are the published API references, read through the SDK's own clients.
const library = createSchemaLibrary();

describe('the schemas that the build has written', () => {
  it.each([
    ['apigateway', APIGateway],
    ['cloudwatch', CloudWatch],
    ['iam', IAM],
    ['lambda', Lambda],
  ])('have for %s exactly the operations of the SDK’s client', async (name, client) => {
    const schema = await library.load(name);
    const handlers = [...schema.operations.values()].map((operation) => operation.handlerName);
    const isOperation = (method: string) => !/^(constructor|send|destroy|paginate.*|waitUntil.*)$/.test(method);
    expect(handlers.sort()).toEqual(Object.getOwnPropertyNames(client.prototype).filter(isOperation).sort());
  });

  it('resolve a member to its shape, its binding and its wire name', async () => {
    const schema = await library.load('apigateway');
    const members = schema.operations.get('PutIntegration')?.input?.members ?? [];
    expect(members.filter((member) => member.required).map((member) => member.name)).toEqual([
      'restApiId',
      'resourceId',
      'httpMethod',
      'type',
    ]);
    expect(members.find((member) => member.name === 'httpMethod')?.traits.httpLabel).toBe(true);
    expect(members.find((member) => member.name === 'integrationHttpMethod')?.traits.jsonName).toBe('httpMethod');
    expect(members.find((member) => member.name === 'cacheKeyParameters')?.shape).toMatchObject({
      kind: 'list',
      member: { shape: { kind: 'string' } },
    });
  });

  it('know an error by its shape and by its aws-query code', async () => {
    const { errors } = await library.load('iam');
    expect(errors.get('NoSuchEntityException')).toBe(errors.get('NoSuchEntity'));
    expect(errors.get('NoSuchEntity')?.error).toEqual({ statusCode: 404, awsQueryCode: 'NoSuchEntity' });
  });

  it('mark the operations whose answer is an event stream', async () => {
    const { operations } = await library.load('lambda');
    expect(operations.get('InvokeWithResponseStream')?.eventStream).toBe('output');
    expect(operations.get('Invoke')?.eventStream).toBeUndefined();
  });

  it('are read once', async () => {
    expect(await library.load('sts')).toBe(await library.load('sts'));
    await expect(library.load('none')).rejects.toThrow('none.json');
  });
});

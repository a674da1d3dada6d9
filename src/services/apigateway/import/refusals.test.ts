import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, importApi, mockOperation, openapi, resourcesByPath } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// "Recorded" means: what AWS answered in July 2025, in the snapshots of LocalStack's test_apigateway_import.

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

async function method(restApiId: string, path: string, verb: string) {
  return (await resourcesByPath(service, restApiId))[path]?.resourceMethods?.[verb];
}

describe('ImportRestApi', () => {
  it('warns of what it leaves out, or fails and leaves nothing (recorded)', async () => {
    const integration = {
      type: 'mock',
      requestParameters: {
        'integration.request.header.nothing': true,
        'integration.request.header.X-Amz-Invocation-Type': "'Event'",
      },
    };
    const document = openapi({
      '/part/test': { get: mockOperation({ 'x-amazon-apigateway-integration': integration }) },
    });
    const warning =
      "Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.nothing' of resource '/part/test' and method 'GET' but got 'true'";
    const { answer, restApiId } = await importApi(service, document);
    expect(answer).toMatchObject({ warnings: [warning] });
    expect(await method(restApiId, '/part/test', 'GET')).toMatchObject({
      methodIntegration: { requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } },
    });
    await expect(importApi(service, document, { failOnWarnings: true })).rejects.toMatchObject(
      refusal('BadRequestException', `Warnings found during import:\n\t${warning}`),
    );
    expect((await service.api.getRestApis({}, service.call())).items).toHaveLength(1);
  });

  it('tells every error at once, and leaves nothing', async () => {
    const broken = { type: 'http', httpMethod: 'GET', uri: 'no url' };
    const document = openapi({
      '/a': { get: mockOperation({ 'x-amazon-apigateway-integration': broken }) },
      '/pets/{id}': { get: mockOperation() },
      '/pets/{petId}': { get: mockOperation() },
    });
    await expect(importApi(service, document)).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/a': Invalid HTTP endpoint specified for URI\n\tUnable to create resource at path '/pets/{petId}': A sibling ({id}) of this resource already has a variable path part -- only one is allowed",
      ),
    );
    expect((await service.api.getRestApis({}, service.call())).items).toEqual([]);
    expect(await service.store.scan({ name: 'Resource' })).toEqual([]);
  });

  it('adds its warnings to its errors', async () => {
    const document = openapi({ '/a b': {} }, { components: { schemas: { 'my-pet': { type: 'object' } } } });
    await expect(importApi(service, document)).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Errors found during import:\n\tUnable to create resource at path '/a b': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.\nAdditional warnings found during import:\n\tModel name must be alphanumeric: my-pet",
      ),
    );
  });

  it.each([
    [
      { basepath: 'append' },
      'BadRequestException',
      'Invalid basepath specified. Valid options are ignore,prepend,split',
    ],
    [
      { endpointConfigurationTypes: 'GLOBAL' },
      'ValidationException',
      "1 validation error detected: Value '[GLOBAL]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
    ],
    [
      { endpointConfigurationTypes: 'EDGE,REGIONAL' },
      'BadRequestException',
      'Cannot create an api with multiple Endpoint Types.',
    ],
  ] as const)('refuses the parameters %j', async (parameters, code, message) => {
    await expect(importApi(service, openapi({}), { parameters })).rejects.toMatchObject(refusal(code, message));
    expect((await service.api.getRestApis({}, service.call())).items).toEqual([]);
  });

  it('warns of documentation that is about nothing, and fails on warnings when asked (PutRestApi, too)', async () => {
    const document = openapi({}, { 'x-amazon-apigateway-documentation': { documentationParts: [{ properties: {} }] } });
    const warning = 'Unable to create documentation part without a location type. Ignoring.';
    const { answer, restApiId } = await importApi(service, document);
    expect(answer.warnings).toEqual([warning]);
    const put = { restApiId, body: bodyOf(document), failOnWarnings: true };
    await expect(service.api.putRestApi(put, service.call())).rejects.toMatchObject(
      refusal('BadRequestException', `Warnings found during import:\n\t${warning}`),
    );
  });
});

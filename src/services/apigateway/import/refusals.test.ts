import { beforeEach, describe, expect, it } from 'vitest';
import { importApi, mockOperation, openapi, resourcesByPath } from '../testing/imports.ts';
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

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a list', '[]'],
    ['broken JSON', '{"openapi": "3.0.1", '],
    ['neither version', '{"info": {"title": "x"}, "paths": {}}'],
    ['no info', '{"openapi": "3.0.1", "paths": {}}'],
  ])('refuses %s (reported: terraform-aws-api-gateway issue 20)', async (_, text) => {
    await expect(importApi(service, text)).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid OpenAPI input.'),
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, type TestMethod } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api,
// class TestApigatewayIntegrationResponse; the name of the test in brackets).
let service: TestService;
let method: TestMethod;
let address: TestMethod & { statusCode: string };
beforeEach(async () => {
  service = await startService();
  method = await createDeployableApi(service);
  address = { ...method, statusCode: '200' };
});

const put = (input: object = {}) => service.api.putIntegrationResponse({ ...address, ...input }, service.call());
const get = (input: object = {}) => service.api.getIntegrationResponse({ ...address, ...input }, service.call());
const remove = (input: object = {}) => service.api.deleteIntegrationResponse({ ...address, ...input }, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateIntegrationResponse({ ...address, patchOperations }, service.call());

describe('integration responses', () => {
  it('live and die (test_lifecycle_integration_response)', async () => {
    const first = { statusCode: '200', responseTemplates: { 'application/json': '"created"' }, selectionPattern: '' };
    expect(await put(first)).toEqual(first);
    expect(await get()).toEqual(first);
    expect(await update({ op: 'replace', path: '/selectionPattern', value: 'updated-pattern' })).toEqual({
      ...first,
      selectionPattern: 'updated-pattern',
    });
    const second = {
      statusCode: '200',
      responseTemplates: { 'application/json': 'overwrite' },
      selectionPattern: 'overwrite-pattern',
    };
    expect(await put(second)).toEqual(second);
    expect((await service.api.getMethod(method, service.call())).methodIntegration?.integrationResponses).toEqual({
      '200': second,
    });
    await remove();
    expect(await service.api.getIntegration(method, service.call())).not.toHaveProperty('integrationResponses');
  });

  it('keep what they are given and no more (test_put_integration_responses)', async () => {
    expect(await put({ contentHandling: 'CONVERT_TO_BINARY', selectionPattern: '2\\d{2}' })).toEqual({
      statusCode: '200',
      contentHandling: 'CONVERT_TO_BINARY',
      selectionPattern: '2\\d{2}',
    });
    expect(await put({ responseTemplates: {} })).toEqual({ statusCode: '200', responseTemplates: {} });
  });

  describe('with mapped headers', () => {
    const origin = 'method.response.header.Access-Control-Allow-Origin';
    const mappingError = (error: string) =>
      refusal(
        'BadRequestException',
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`,
      );

    it('want the method response to be there (recorded by many users of Terraform: "No method response exists for method.")', async () => {
      await expect(put({ responseParameters: { [origin]: "'*'" } })).rejects.toMatchObject(
        mappingError('No method response exists for method.'),
      );
    });

    it('want the header to be declared there, and an expression', async () => {
      await service.api.putMethodResponse({ ...address, responseParameters: { [origin]: false } }, service.call());
      expect(await put({ responseParameters: { [origin]: "'*'" } })).toMatchObject({
        responseParameters: { [origin]: "'*'" },
      });
      await expect(put({ responseParameters: { 'method.response.header.X-Nope': "'*'" } })).rejects.toMatchObject(
        mappingError('Invalid mapping expression parameter specified: method.response.header.X-Nope'),
      );
      await expect(put({ responseParameters: { [origin]: '*' } })).rejects.toMatchObject(
        mappingError('Invalid mapping expression specified: *'),
      );
      await expect(put({ responseParameters: { [origin]: 'method.request.header.Origin' } })).rejects.toMatchObject(
        mappingError('Invalid mapping expression specified: method.request.header.Origin'),
      );
      const changed = await update({
        op: 'replace',
        path: `/responseParameters/${origin}`,
        value: 'integration.response.header.X',
      });
      expect(changed.responseParameters).toEqual({ [origin]: 'integration.response.header.X' });
    });
  });

  it('refuse a content type that is none (test_integration_response_invalid_responsetemplates)', async () => {
    await expect(put({ responseTemplates: { '123': 'x' } })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
      ),
    );
  });

  it('refuse an unknown contentHandling, put or patched', async () => {
    await expect(put({ contentHandling: 'KEEP' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'KEEP' at 'putIntegrationResponseInput.contentHandling' failed to satisfy constraint: Member must satisfy enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]",
      ),
    );
    await put({});
    await expect(update({ op: 'replace', path: '/contentHandling', value: 'KEEP' })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Invalid ContentHandling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT',
      ),
    );
  });

  it('refuse a status code that is none (test_integration_response_invalid_statuscode)', async () => {
    const expected = refusal(
      'ValidationException',
      "1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
    );
    for (const operation of [put, get, remove])
      await expect(operation({ statusCode: 'wrong' })).rejects.toMatchObject(expected);
  });

  it('tell what is missing (test_integration_response_wrong_api, _wrong_resource, _wrong_method, _invalid_integration, _wrong_status_code)', async () => {
    const resource = refusal('NotFoundException', 'Invalid Resource identifier specified');
    for (const elsewhere of [{ restApiId: 'wrong-api' }, { resourceId: 'wrong-resource' }]) {
      for (const operation of [put, get, remove]) await expect(operation(elsewhere)).rejects.toMatchObject(resource);
    }
    const noMethod = refusal('NotFoundException', 'Invalid Method identifier specified');
    for (const operation of [put, get])
      await expect(operation({ httpMethod: 'wrong-method' })).rejects.toMatchObject(noMethod);
    await expect(get()).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Response status code specified'));
    await service.api.deleteIntegration(method, service.call());
    await expect(get()).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Integration identifier specified'));
  });

  it('are deleted with words of their own (test_delete_integration_response_errors)', async () => {
    await expect(remove({ httpMethod: 'POST' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Integration identifier specified'),
    );
    await expect(remove({ statusCode: '201' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Response status code specified'),
    );
  });
});

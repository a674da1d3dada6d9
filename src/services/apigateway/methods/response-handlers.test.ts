import { beforeEach, describe, expect, it } from 'vitest';
import { createApiWithMethod, type TestMethod } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api,
// class TestApigatewayMethodResponse; the name of the test in brackets).
let service: TestService;
let address: TestMethod & { statusCode: string };
beforeEach(async () => {
  service = await startService();
  address = { ...(await createApiWithMethod(service)), statusCode: '200' };
});

const put = (more: object = {}) => service.api.putMethodResponse({ ...address, ...more }, service.call());
const get = (more: object = {}) => service.api.getMethodResponse({ ...address, ...more }, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateMethodResponse({ ...address, patchOperations }, service.call());
const HEADER = 'method.response.header.my-header';

describe('method responses', () => {
  it('live and die (test_lifecycle_method_response)', async () => {
    const empty = { statusCode: '200', responseModels: {}, responseParameters: {} };
    expect(await put({ responseModels: {}, responseParameters: {} })).toEqual(empty);
    expect(await get()).toEqual(empty);
    const changed = await update(
      { op: 'add', path: `/responseParameters/${HEADER}`, value: 'true' },
      { op: 'add', path: '/responseModels/application~1json', value: 'Empty' },
    );
    expect(changed).toEqual({
      statusCode: '200',
      responseModels: { 'application/json': 'Empty' },
      responseParameters: { [HEADER]: true },
    });
    const { httpMethod, restApiId, resourceId } = address;
    const method = await service.api.getMethod({ httpMethod, restApiId, resourceId }, service.call());
    expect(method.methodResponses).toEqual({ '200': changed });
    await service.api.deleteMethodResponse(address, service.call());
    expect(await service.api.getMethod({ httpMethod, restApiId, resourceId }, service.call())).not.toHaveProperty(
      'methodResponses',
    );
  });

  it('lose a map with its last entry (test_update_method_response)', async () => {
    await put({ responseParameters: { [HEADER]: false }, responseModels: { 'application/json': 'Empty' } });
    expect(
      await update(
        { op: 'remove', path: `/responseParameters/${HEADER}` },
        { op: 'remove', path: '/responseModels/application~1json' },
      ),
    ).toEqual({ statusCode: '200' });
  });

  // Terraform's provider: "ConflictException: Response already exists for this resource".
  it('are put once only', async () => {
    await put();
    await expect(put()).rejects.toMatchObject(
      refusal('ConflictException', 'Response already exists for this resource'),
    );
  });

  it.each([
    [{ statusCode: '201' }, 'Invalid Response status code specified'],
    [{ resourceId: 'wrong' }, 'Invalid Resource identifier specified'],
    [{ httpMethod: 'POST' }, 'Invalid Method identifier specified'],
  ])('are not found at %j (test_update_method_response_negative_tests)', async (elsewhere, message) => {
    await put();
    const expected = refusal('NotFoundException', message);
    await expect(get(elsewhere)).rejects.toMatchObject(expected);
    const patchOperations = [{ op: 'replace', path: `/responseParameters/${HEADER}`, value: 'true' }];
    await expect(
      service.api.updateMethodResponse({ ...address, ...elsewhere, patchOperations }, service.call()),
    ).rejects.toMatchObject(expected);
    await expect(service.api.deleteMethodResponse({ ...address, ...elsewhere }, service.call())).rejects.toMatchObject(
      expected,
    );
  });

  it.each([
    ['replace', '/responseParameters/wrong', 'Invalid parameter name specified'],
    ['remove', '/responseParameters/wrong', 'Invalid parameter name specified'],
    ['replace', '/responseModels/wrong', 'Content-Type specified was not found'],
    ['remove', '/responseModels/application~1json', 'Content-Type specified was not found'],
  ])(
    'do not %s what is not there: %s (test_update_method_wrong_param_names, _lack_response_parameters_and_models)',
    async (op, path, message) => {
      await put();
      await expect(update({ op, path, value: 'true' })).rejects.toMatchObject(refusal('NotFoundException', message));
    },
  );

  it('refuse unknown paths, models, parameters and status codes', async () => {
    // test_update_method_lack_response_parameters_and_models
    await put();
    await expect(update({ op: 'remove', path: `/wrong/${HEADER}` })).rejects.toMatchObject(
      refusal('BadRequestException', `Invalid patch path /wrong/${HEADER}`),
    );
    await expect(put({ statusCode: '201', responseModels: { 'application/json': 'petModel' } })).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid model identifier specified: petModel'),
    );
    await expect(put({ statusCode: '201', responseParameters: { 'header.x': true } })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: header.x]',
      ),
    );
    // test_update_method_response_negative_tests
    await expect(put({ statusCode: 'wrong' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
      ),
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createApiWithMethod } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api, class
// TestApiGatewayApiRequestValidator; the name of the test in brackets).
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createApi(service));
});

const create = (name = 'my-validator') => service.api.createRequestValidator({ restApiId, name }, service.call());
const update = (requestValidatorId: string, ...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateRequestValidator({ restApiId, requestValidatorId, patchOperations }, service.call());

describe('a request validator', () => {
  it('is created, read, listed, changed and deleted (test_request_validator_lifecycle)', async () => {
    const { api, call } = service;
    const created = await create();
    expect(created).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'my-validator',
      validateRequestBody: false,
      validateRequestParameters: false,
    });
    const at = { restApiId, requestValidatorId: created.id ?? '' };
    expect(await api.getRequestValidator(at, call())).toEqual(created);
    expect(await api.getRequestValidators({ restApiId }, call())).toEqual({ items: [created] });
    const body = { op: 'replace', path: '/validateRequestBody' };
    const on = await update(at.requestValidatorId, { ...body, value: 'true' });
    expect(on).toEqual({ ...created, validateRequestBody: true });
    expect(await update(at.requestValidatorId, body)).toEqual(created);
    expect(await api.deleteRequestValidator(at, call())).toEqual({});
    await expect(api.getRequestValidator(at, call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Request Validator identifier specified'),
    );
    expect(await api.getRequestValidators({ restApiId }, call())).toEqual({ items: [] });
  });

  it('needs an API, which is told differently by operation (test_create_request_validator_invalid_api_id and others)', async () => {
    const { api, call } = service;
    const at = { restApiId: 'api_id', requestValidatorId: 'validator' };
    await expect(api.createRequestValidator({ ...at, name: 'x' }, call())).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid REST API identifier specified'),
    );
    await expect(api.getRequestValidators(at, call())).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:api_id`),
    );
    const unknown = refusal('NotFoundException', 'Invalid Request Validator identifier specified');
    await expect(api.getRequestValidator(at, call())).rejects.toMatchObject(unknown);
    await expect(api.deleteRequestValidator(at, call())).rejects.toMatchObject(unknown);
    await expect(api.updateRequestValidator(at, call())).rejects.toMatchObject(unknown);
  });

  it.each([
    [
      { op: 'add', path: '/validateRequestBody', value: 'true' },
      "Invalid patch path  '/validateRequestBody' specified for op 'add'. Please choose supported operations",
    ],
    [
      { op: 'remove', path: '/validateRequestBody' },
      "Invalid patch path  '/validateRequestBody' specified for op 'remove'. Please choose supported operations",
    ],
    [
      { op: 'replace', path: '/invalidPath', value: 'true' },
      "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]",
    ],
    [{ op: 'replace', path: '/name', value: '' }, 'Request Validator name cannot be blank'],
  ])('refuses %j (test_invalid_update_request_validator_operations)', async (operation, message) => {
    const { id = '' } = await create();
    await expect(update(id, operation)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('has a name of its own within the API (serverless issue 10099; the status is ours)', async () => {
    await create('one');
    const { id = '' } = await create('two');
    const taken = refusal('ConflictException', 'Request Validator name must be unique');
    await expect(create('one')).rejects.toMatchObject(taken);
    await expect(update(id, { op: 'replace', path: '/name', value: 'one' })).rejects.toMatchObject(taken);
    expect(await update(id, { op: 'replace', path: '/name', value: 'two' })).toMatchObject({ name: 'two' });
  });

  it('stays while a method uses it (worded as for authorizers and models)', async () => {
    const { api, call } = service;
    const method = await createApiWithMethod(service);
    const { id = '' } = await api.createRequestValidator({ restApiId: method.restApiId, name: 'used' }, call());
    const patch = (value: string) =>
      api.updateMethod({ ...method, patchOperations: [{ op: 'replace', path: '/requestValidatorId', value }] }, call());
    expect(await patch(id)).toMatchObject({ requestValidatorId: id });
    const at = { restApiId: method.restApiId, requestValidatorId: id };
    await expect(api.deleteRequestValidator(at, call())).rejects.toMatchObject(
      refusal('ConflictException', `Cannot delete request validator '${id}', is referenced in method request: //GET`),
    );
    await patch('');
    expect(await api.deleteRequestValidator(at, call())).toEqual({});
  });
});

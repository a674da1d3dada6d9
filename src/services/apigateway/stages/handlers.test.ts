import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { ACCOUNT_ID, NOW_MS, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_common,
// class TestStages, and of test_apigateway_canary; the name of the test in brackets).
let service: TestService;
let restApiId: string;
let deploymentId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
  deploymentId = await deploy(service, restApiId);
});

const create = (more: object = {}) =>
  service.api.createStage({ restApiId, stageName: 's1', deploymentId, ...more }, service.call());
const get = (stageName = 's1') => service.api.getStage({ restApiId, stageName }, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string; from?: string }[]) =>
  service.api.updateStage({ restApiId, stageName: 's1', patchOperations }, service.call({ nowMs: NOW_MS + 5000 }));

describe('CreateStage', () => {
  it('answers with the defaults (test_create_update_stages)', async () => {
    const stage = {
      stageName: 's1',
      deploymentId,
      description: 'my stage',
      cacheClusterEnabled: false,
      cacheClusterStatus: 'NOT_AVAILABLE',
      methodSettings: {},
      tracingEnabled: false,
      createdDate: new Date('2025-07-02T13:13:23Z'),
      lastUpdatedDate: new Date('2025-07-02T13:13:23Z'),
    };
    expect(await create({ description: 'my stage' })).toEqual(stage);
    expect(await get()).toEqual(stage);
  });

  it('keeps variables, tags and tracing', async () => {
    const given = { variables: { a: 'http://x/?y=1&z' }, tags: { team: 'pets' }, tracingEnabled: true };
    expect(await create(given)).toMatchObject(given);
  });

  // Sizes and the default: features A8.5; API reference, Stage.cacheClusterSize.
  it('has a cache of the size that is asked for', async () => {
    expect(await create({ cacheClusterEnabled: true })).toMatchObject({
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      cacheClusterStatus: 'AVAILABLE',
    });
    expect(await create({ stageName: 's2', cacheClusterEnabled: true, cacheClusterSize: '118' })).toMatchObject({
      cacheClusterSize: '118',
    });
    await expect(create({ stageName: 's3', cacheClusterSize: '7' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value '7' at 'createStageInput.cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]",
      ),
    );
  });

  it('is published when it is stored', async () => {
    await create();
    expect(service.published).toEqual([
      {
        event: 'changed',
        ref: {
          apiId: restApiId,
          stageName: 's1',
          scope: { accountId: ACCOUNT_ID, region: 'us-east-1' },
          revision: NOW_MS,
        },
        stored: true,
      },
    ]);
  });

  it('wants a name that is free, and a deployment (fact D164; test_update_stage_canary_deployment_validation)', async () => {
    await create();
    await expect(create()).rejects.toMatchObject(refusal('ConflictException', 'Stage already exists'));
    await expect(create({ stageName: 's2', deploymentId: 'deploy' })).rejects.toMatchObject(
      refusal('BadRequestException', 'Deployment id does not exist'),
    );
    await expect(create({ restApiId: 'nope' })).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:nope`),
    );
  });

  // Characters and lengths: features A8.1 and A8.2.
  it('checks names and variables', async () => {
    await create({ stageName: `A-z_${'9'.repeat(124)}` });
    for (const stageName of ['', 'a.b', 'a/b', 'a b', '$default']) {
      await expect(create({ stageName }), stageName).rejects.toMatchObject(
        refusal('BadRequestException', 'Stage name only allows a-zA-Z0-9_'),
      );
    }
    await expect(create({ stageName: 'a'.repeat(129) })).rejects.toMatchObject(
      refusal('BadRequestException', 'Stage name can have at most 128 characters'),
    );
    for (const name of ['a-b', 'a.b', '', 'ä', 'a'.repeat(65)]) {
      await expect(create({ variables: { [name]: '1' } }), name).rejects.toMatchObject(
        refusal(
          'BadRequestException',
          `Invalid variable name: '${name}'. Please use names with alphanumeric characters and '_'.`,
        ),
      );
    }
    for (const value of ['<', 'é', '{}', 'x'.repeat(513)]) {
      await expect(create({ variables: { a: value } }), value).rejects.toMatchObject(
        refusal(
          'BadRequestException',
          `Invalid variable value: '${value}'. Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
        ),
      );
    }
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`v${index}`, '1']));
    await expect(create({ variables: many })).rejects.toMatchObject(
      refusal('BadRequestException', 'A stage can have at most 100 stage variables'),
    );
  });

  it('refuses what there is not: documentation', async () => {
    await expect(create({ documentationVersion: 'v1' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Documentation version specified'),
    );
    expect(service.published).toEqual([]);
  });
});

describe('GetStages', () => {
  it('lists them all, or those of a deployment (test_get_stages_filters_by_deployment_id)', async () => {
    await create();
    const other = await deploy(service, restApiId, 's2');
    const names = async (input: object) =>
      (await service.api.getStages({ restApiId, ...input }, service.call())).item?.map(({ stageName }) => stageName);
    expect(await names({})).toEqual(['s1', 's2']);
    expect(await names({ deploymentId })).toEqual(['s1']);
    expect(await names({ deploymentId: other })).toEqual(['s2']);
    await expect(names({ restApiId: 'nope' })).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:nope`),
    );
  });
});

describe('UpdateStage', () => {
  beforeEach(() => create());

  const ALL = {
    cacheDataEncrypted: false,
    cacheTtlInSeconds: 300,
    cachingEnabled: true,
    dataTraceEnabled: false,
    metricsEnabled: false,
    requireAuthorizationForCacheControl: true,
    throttlingBurstLimit: 123,
    throttlingRateLimit: 10_000,
    unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
  };

  it('sets members, variables and method settings (test_create_update_stages)', async () => {
    const updated = await update(
      { op: 'replace', path: '/description', value: 'stage new' },
      { op: 'replace', path: '/variables/var1', value: 'test' },
      { op: 'replace', path: '/variables/var2', value: 'test2' },
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '123' },
      { op: 'replace', path: '/*/*/caching/enabled', value: 'true' },
      { op: 'replace', path: '/tracingEnabled', value: 'true' },
      { op: 'replace', path: '/test/GET/throttling/burstLimit', value: '124' },
    );
    expect(updated).toEqual({
      stageName: 's1',
      deploymentId,
      description: 'stage new',
      cacheClusterEnabled: false,
      cacheClusterStatus: 'NOT_AVAILABLE',
      methodSettings: { '*/*': ALL, 'test/GET': { ...ALL, throttlingBurstLimit: 124 } },
      tracingEnabled: true,
      variables: { var1: 'test', var2: 'test2' },
      createdDate: new Date('2025-07-02T13:13:23Z'),
      lastUpdatedDate: new Date('2025-07-02T13:13:28Z'),
    });
    expect(await get()).toEqual(updated);
    // What one method has already does not follow the settings of all.
    const again = await update({ op: 'replace', path: '/*/*/throttling/burstLimit', value: '100' });
    expect(again.methodSettings).toEqual({
      '*/*': { ...ALL, throttlingBurstLimit: 100 },
      'test/GET': { ...ALL, throttlingBurstLimit: 124 },
    });
  });

  it('removes method settings that are there (test_update_stage_remove_wildcard)', async () => {
    await expect(update({ op: 'remove', path: '/*/*' })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Cannot remove method setting */* because there is no method setting for this method ',
      ),
    );
    const set = await update({ op: 'replace', path: '/*/*/caching/enabled', value: 'true' });
    expect(set.methodSettings).toEqual({ '*/*': { ...ALL, throttlingBurstLimit: 5000 } });
    expect((await update({ op: 'remove', path: '/*/*' })).methodSettings).toEqual({});
  });

  it('gives the key of a method back as the path spelt it (github.com/go-to-k/cdkd pull 971)', async () => {
    const { methodSettings } = await update(
      { op: 'replace', path: '/~1/GET/metrics/enabled', value: 'true' },
      { op: 'replace', path: '/~1pets~1{id}/GET/throttling/rateLimit', value: '2.5' },
    );
    expect(Object.keys(methodSettings ?? {})).toEqual(['~1/GET', '~1pets~1{id}/GET']);
    expect(methodSettings?.['~1pets~1{id}/GET']).toMatchObject({ throttlingRateLimit: 2.5 });
  });

  const PATHS =
    '/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled';

  it.each([
    [
      { op: 'replace', path: '/documentation_version', value: '123' },
      `Invalid method setting path: /documentation_version. Must be one of: [${PATHS}]`,
    ],
    [
      { op: 'replace', path: '/tags/tag1', value: 'value1' },
      `Invalid method setting path: /tags/tag1. Must be one of: [${PATHS}]`,
    ],
    [
      { op: 'replace', path: '/canarySettings', value: 'test' },
      `Invalid method setting path: /canarySettings. Must be one of: [${PATHS}]`,
    ],
    [
      { op: 'replace', path: '/canarySettings/badPath', value: 'x' },
      `Invalid method setting path: /canarySettings/badPath. Must be one of: [${PATHS}]`,
    ],
    [
      { op: 'remove', path: '/canarySettings/stageVariableOverrides' },
      'Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method ',
    ],
    [
      { op: 'add', path: '/canarySettings/deploymentId', value: 'x' },
      'Invalid add operation with path: /canarySettings/deploymentId',
    ],
    [
      { op: 'copy', path: '/canarySettings/stageVariableOverrides', from: '/variables' },
      'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
    ],
    // What is not given is null to AWS's services (recorded for patch paths: `Invalid patch path null`).
    [
      { op: 'copy', path: '/variables' },
      'Invalid copy operation with path: /variables and from null. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
    ],
    [
      { op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' },
      'Promotion not available. Canary does not exist.',
    ],
    [{ op: 'replace', path: '/deploymentId', value: 'deploy' }, 'Deployment id does not exist'],
    // features A1.14
    [
      { op: 'replace', path: '/*/*/logging/loglevel', value: 'INFO' },
      'CloudWatch Logs role ARN must be set in account settings to enable logging',
    ],
  ])('refuses %j', async (operation, message) => {
    const before = await get();
    await expect(update(operation)).rejects.toMatchObject(refusal('BadRequestException', message));
    expect(await get()).toEqual(before);
  });

  it.each([
    [
      '/pets/FETCH/metrics/enabled',
      'true',
      `Invalid method setting path: /pets/FETCH/metrics/enabled. Must be one of: [${PATHS}]`,
    ],
    ['/*/*/throttling/burstLimit', '1.5', "Invalid value for property 'throttlingBurstLimit' specified"],
    ['/*/*/throttling/rateLimit', 'fast', "Invalid value for property 'throttlingRateLimit' specified"],
    ['/*/*/logging/loglevel', 'DEBUG', "Invalid value for property 'loggingLevel' specified"],
    ['/*/*/caching/ttlInSeconds', '3601', "Invalid value for property 'cacheTtlInSeconds' specified"],
    ['/*/*/caching/ttlInSeconds', '-1', "Invalid value for property 'cacheTtlInSeconds' specified"],
    [
      '/*/*/caching/unauthorizedCacheControlHeaderStrategy',
      'IGNORE',
      "Invalid value for property 'unauthorizedCacheControlHeaderStrategy' specified",
    ],
    [
      '/cacheClusterSize',
      '7',
      'Invalid cache cluster size specified. Valid options are 0.5,1.6,6.1,13.5,28.4,58.2,118,237',
    ],
    ['/variables/a-b', '1', "Invalid variable name: 'a-b'. Please use names with alphanumeric characters and '_'."],
    [
      '/variables/a',
      '<',
      "Invalid variable value: '<'. Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.",
    ],
  ])('refuses %s with the value %s (features A8.2, A8.3, A8.5)', async (path, value, message) => {
    await expect(update({ op: 'replace', path, value })).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('switches the cache on and off', async () => {
    const on = await update(
      { op: 'replace', path: '/cacheClusterEnabled', value: 'true' },
      { op: 'replace', path: '/cacheClusterSize', value: '1.6' },
    );
    expect(on).toMatchObject({ cacheClusterEnabled: true, cacheClusterSize: '1.6', cacheClusterStatus: 'AVAILABLE' });
    const off = await update({ op: 'replace', path: '/cacheClusterEnabled', value: 'false' });
    expect(off).toMatchObject({ cacheClusterEnabled: false, cacheClusterStatus: 'NOT_AVAILABLE' });
  });

  it('removes variables', async () => {
    await update(
      { op: 'replace', path: '/variables/a', value: '1' },
      { op: 'replace', path: '/variables/b', value: '2' },
    );
    expect((await update({ op: 'remove', path: '/variables/a' })).variables).toEqual({ b: '2' });
    expect(await update({ op: 'remove', path: '/variables/b' })).not.toHaveProperty('variables');
  });

  // Guide page set-up-deployments; features A8.6: rollback.
  it('serves an older deployment again, under a new revision', async () => {
    await deploy(service, restApiId, 's1');
    const rolledBack = await update({ op: 'replace', path: '/deploymentId', value: deploymentId });
    expect(rolledBack.deploymentId).toBe(deploymentId);
    const revisions = service.published.map(({ ref }) => ref.revision);
    expect(revisions).toHaveLength(3);
    expect([...revisions].sort((a, b) => a - b)).toEqual(revisions);
    expect(new Set(revisions).size).toBe(3);
  });
});

describe('access log settings (telemetry E.2)', () => {
  beforeEach(() => create());
  const format = '$context.requestId $context.status';
  const stream = 'arn:aws:firehose:us-east-1:111111111111:deliverystream/amazon-apigateway-logs';
  const DESTINATION =
    'Invalid ARN specified in the request: access logs go to a CloudWatch Logs log group or to a Firehose stream whose name begins with amazon-apigateway-';
  const set = (member: string, value: string) => update({ op: 'replace', path: `/accessLogSettings/${member}`, value });

  it('name a Firehose stream and a format, and go as a whole', async () => {
    await set('destinationArn', stream);
    expect((await set('format', format)).accessLogSettings).toEqual({ destinationArn: stream, format });
    expect(await update({ op: 'remove', path: '/accessLogSettings' })).not.toHaveProperty('accessLogSettings');
  });

  it('is one line, perhaps with its end (guide, set-up-logging)', async () => {
    await set('destinationArn', stream);
    for (const one of [`${format}\n`, `${format}\r\n`])
      expect((await set('format', one)).accessLogSettings?.format).toBe(one);
  });

  it('to a log group want the account to have a role (features A1.14)', async () => {
    await expect(set('destinationArn', 'arn:aws:logs:us-east-1:111111111111:log-group:api:*')).rejects.toMatchObject(
      refusal('BadRequestException', 'CloudWatch Logs role ARN must be set in account settings to enable logging'),
    );
  });

  it.each([
    [
      'destinationArn',
      'arn:aws:logs:us-east-1:222222222222:log-group:theirs',
      'Invalid ARN specified in the request: access logs go to log groups of the same account',
    ],
    ['destinationArn', 'logs', DESTINATION],
    ['destinationArn', 'arn:aws:firehose:us-east-1:111111111111:deliverystream/logs', DESTINATION],
    ['destinationArn', 'arn:aws:s3:::bucket', DESTINATION],
    [
      'format',
      '$context.status',
      "Access Log format must include either $context.requestId or $context.extendedRequestId : '$context.status'",
    ],
    [
      'format',
      '$context.requestId\n$context.status',
      "Access Log format must be single line, new line character is allowed only at end of the format: '$context.requestId\n$context.status'",
    ],
    ['format', `$context.requestId${'x'.repeat(3_072)}`, 'The access log format can have at most 3072 bytes'],
  ])('refuse the %s %s', async (member, value, message) => {
    await expect(set(member, value)).rejects.toMatchObject(refusal('BadRequestException', message));
    expect(await get()).not.toHaveProperty('accessLogSettings');
  });
});

describe('FlushStageCache', () => {
  it('is published, and wants a stage', async () => {
    await create();
    const flush = (stageName: string) => service.api.flushStageCache({ restApiId, stageName }, service.call());
    await flush('s1');
    expect(service.published.map(({ event, ref }) => [event, ref.stageName])).toEqual([
      ['changed', 's1'],
      ['flushed', 's1'],
    ]);
    await expect(flush('nope')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
  });
});

describe('DeleteStage', () => {
  it('is published when it is gone, and never repeats a revision', async () => {
    await create();
    await service.api.deleteStage({ restApiId, stageName: 's1' }, service.call());
    await create();
    expect(service.published.map(({ event, stored }) => [event, stored])).toEqual([
      ['changed', true],
      ['removed', false],
      ['changed', true],
    ]);
    const [first, , second] = service.published;
    expect(second?.ref.revision).toBeGreaterThan(first?.ref.revision ?? Number.NaN);
    await expect(service.api.deleteStage({ restApiId, stageName: 'nope' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
  });

  it('never repeats a revision after a reset either, though its ids may be pinned', async () => {
    await create();
    await service.store.reset();
    const { id = '' } = await service.api.createRestApi(
      { name: 'again', tags: { _custom_id_: restApiId } },
      service.call(),
    );
    expect(id).toBe(restApiId);
    const { rootResourceId = '' } = await service.api.getRestApi({ restApiId }, service.call());
    const method = { restApiId, resourceId: rootResourceId, httpMethod: 'GET' };
    await service.api.putMethod({ ...method, authorizationType: 'NONE' }, service.call());
    await service.api.putIntegration({ ...method, type: 'MOCK' }, service.call());
    await service.api.createDeployment({ restApiId, stageName: 's1' }, service.call({ nowMs: NOW_MS + 1 }));
    const [first, second] = service.published;
    expect(second?.ref.revision).toBeGreaterThan(first?.ref.revision ?? Number.NaN);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Parameters by type: features A15.1; the texts are ours. What a client that was made does: test/sdks.
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
  await deploy(service, restApiId, 'dev');
});

const get = (sdkType: string, parameters?: Record<string, string>, stageName = 'dev', id = restApiId) =>
  service.api.getSdk({ restApiId: id, stageName, sdkType, ...(parameters && { parameters }) }, service.call());
const JAVA = {
  serviceName: 'Calc',
  javaPackageName: 'a.b',
  groupId: 'g',
  artifactId: 'a',
  artifactVersion: '1.0',
};

describe('GetSdk', () => {
  it.each<[string, Record<string, string> | undefined, string]>([
    ['ruby', undefined, 'Invalid SDK type specified. Valid options are java,javascript,typescript,python'],
    ['java', undefined, 'Missing required parameter: serviceName'],
    ['java', { serviceName: 'Calc' }, 'Missing required parameter: javaPackageName'],
    ['java', { ...JAVA, serviceName: 'calc' }, 'Invalid value for parameter serviceName'],
    ['java', { ...JAVA, javaPackageName: '../../etc' }, 'Invalid value for parameter javaPackageName'],
    ['java', { ...JAVA, groupId: '<g>' }, 'Invalid value for parameter groupId'],
  ])('refuses %s with %j', async (type, parameters, message) => {
    await expect(get(type, parameters)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('knows APIs and stages', async () => {
    await expect(get('javascript', {}, 'dev', 'nope')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API identifier specified 111111111111:nope'),
    );
    await expect(get('javascript', {}, 'nope')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
  });
});

describe('GetSdkType and GetSdkTypes', () => {
  it('list what can be made, each with its parameters (features A15.2)', async () => {
    const { items = [] } = await service.api.getSdkTypes({});
    const java = items.find(({ id }) => id === 'java');
    expect(java?.configurationProperties?.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'serviceName',
      'javaPackageName',
    ]);
    expect(await service.api.getSdkType({ id: 'java' })).toEqual(java);
    await expect(service.api.getSdkType({ id: 'ruby' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid SDK type specified'),
    );
  });
});

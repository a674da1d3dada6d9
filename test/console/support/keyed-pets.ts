import { known, type Sdk } from '../../support/sdk.ts';
import { deployedPets } from './deployed-pets.ts';

interface KeyedPets {
  readonly restApiId: string;
  readonly planId: string;
  readonly keyId: string;
  readonly value: string;
}

/** `GET /pets` that wants a key, on `prod`; a usage plan with that stage and an active key in it, both of the API's name. */
export async function keyedPets(client: Sdk, name: string): Promise<KeyedPets> {
  const { apis } = client;
  const restApiId = await deployedPets(client, name);
  const { items = [] } = await apis.getResources({ restApiId });
  await apis.updateMethod({
    restApiId,
    resourceId: known(items.find(({ path }) => path === '/pets')?.id),
    httpMethod: 'GET',
    patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }],
  });
  await apis.createDeployment({ restApiId, stageName: 'prod' });
  const plan = await apis.createUsagePlan({
    name,
    apiStages: [{ apiId: restApiId, stage: 'prod' }],
    throttle: { rateLimit: 100, burstLimit: 200 },
    quota: { limit: 1_000, period: 'MONTH' },
  });
  const key = await apis.createApiKey({ name, enabled: true });
  const [planId, keyId] = [known(plan.id), known(key.id)];
  await apis.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' });
  return { restApiId, planId, keyId, value: known(key.value) };
}

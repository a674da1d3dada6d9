import { known, type Sdk } from '../../support/sdk.ts';

/** An API with `GET /pets` and `GET /pets/{id}`, deployed to `prod`. */
export async function deployedPets({ apis }: Sdk, name: string): Promise<string> {
  const api = await apis.createRestApi({ name });
  const restApiId = known(api.id);
  const pets = await apis.createResource({ restApiId, parentId: known(api.rootResourceId), pathPart: 'pets' });
  const pet = await apis.createResource({ restApiId, parentId: known(pets.id), pathPart: '{id}' });
  for (const resourceId of [known(pets.id), known(pet.id)]) {
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await apis.putMethod({ ...method, authorizationType: 'NONE' });
    await apis.putIntegration({
      ...method,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
    });
    await apis.putMethodResponse({ ...method, statusCode: '200' });
    await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  }
  await apis.createDeployment({ restApiId, stageName: 'prod', description: 'First' });
  return restApiId;
}

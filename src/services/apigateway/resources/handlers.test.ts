import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createDeployableApi } from '../testing/apis.ts';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_api,
// class TestApiGatewayApiResource; the name of the test in brackets).
let service: TestService;
let restApiId: string;
let rootId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId, rootId } = await createApi(service));
});

async function create(parentId: string, pathPart: string): Promise<string> {
  return (await service.api.createResource({ restApiId, parentId, pathPart }, service.call())).id ?? '';
}
async function paths(): Promise<(string | undefined)[]> {
  return (await service.api.getResources({ restApiId }, service.call())).items.map(({ path }) => path).sort();
}

describe('CreateResource', () => {
  it('answers with the path (test_resource_lifecycle)', async () => {
    const pets = await service.api.createResource({ restApiId, parentId: rootId, pathPart: 'pets' }, service.call());
    expect(pets).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      parentId: rootId,
      path: '/pets',
      pathPart: 'pets',
    });
    const sub = await service.api.createResource(
      { restApiId, parentId: pets.id ?? '', pathPart: 'subpets' },
      service.call(),
    );
    expect(sub).toMatchObject({ parentId: pets.id, path: '/pets/subpets', pathPart: 'subpets' });
  });

  it('puts greedy and plain variables below literals and variables (test_create_proxy_resource)', async () => {
    await create(rootId, '{proxy+}');
    const parent = await create(rootId, 'parent');
    const child = await create(parent, '{child}');
    await create(child, '{proxy+}');
    await create(parent, 'child');
    expect(await paths()).toEqual([
      '/',
      '/parent',
      '/parent/child',
      '/parent/{child}',
      '/parent/{child}/{proxy+}',
      '/{proxy+}',
    ]);
  });

  it('allows one variable under a parent and nothing under a greedy one (test_create_proxy_resource_validation)', async () => {
    const proxy = await create(rootId, '{proxy+}');
    await expect(create(rootId, '{dynamic}')).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
      ),
    );
    for (const pathPart of ['child', '{child}']) {
      await expect(create(proxy, pathPart)).rejects.toMatchObject(
        refusal('BadRequestException', 'Cannot create a child of a resource with a greedy path variable: {proxy+}'),
      );
    }
  });

  it('refuses a name that a sibling has, but not one that only begins so (fact D164)', async () => {
    await create(rootId, 'pets-2');
    await create(rootId, 'pets');
    await expect(create(rootId, 'pets')).rejects.toMatchObject(
      refusal('ConflictException', 'Another resource with the same parent already has this name: pets'),
    );
    await create(rootId, 'pet');
  });

  it('does not know an unknown parent, nor an unknown API (test_create_resource_parent_invalid)', async () => {
    const unknown = refusal('NotFoundException', 'Invalid Resource identifier specified');
    await expect(create('fake-resource-id', 'x')).rejects.toMatchObject(unknown);
    await expect(
      service.api.createResource({ restApiId: 'fakeapi', parentId: rootId, pathPart: 'x' }, service.call()),
    ).rejects.toMatchObject(unknown);
  });
});

describe('GetResource and GetResources', () => {
  it('shows the root alone without parent and path part (test_resource_lifecycle)', async () => {
    expect((await service.api.getResources({ restApiId }, service.call())).items).toEqual([{ id: rootId, path: '/' }]);
    await expect(service.api.getResources({ restApiId: 'nope' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:nope`),
    );
  });

  // AWS CLI reference, get-resources (example output `"resourceMethods": {"POST": {}}`) and get-resource, `embed`.
  it('shows verbs, and methods in full when they are to be embedded', async () => {
    const { restApiId: id, resourceId } = await createDeployableApi(service);
    const plain = await service.api.getResource({ restApiId: id, resourceId }, service.call());
    expect(plain.resourceMethods).toEqual({ GET: {} });
    const embedded = await service.api.getResource({ restApiId: id, resourceId, embed: ['methods'] }, service.call());
    expect(embedded.resourceMethods?.GET).toMatchObject({ httpMethod: 'GET', methodIntegration: { type: 'MOCK' } });
    const { items } = await service.api.getResources({ restApiId: id, embed: ['methods'] }, service.call());
    expect(items[0]?.resourceMethods).toEqual(embedded.resourceMethods);
  });

  it('passes over something else to embed (recorded: aws/aws-sdk-js, issue 764)', async () => {
    const { restApiId: id, resourceId } = await createDeployableApi(service);
    const read = (embed: string[]) => service.api.getResource({ restApiId: id, resourceId, embed }, service.call());
    expect(await read(['true'])).toEqual(await read([]));
  });
});

describe('DeleteResource', () => {
  it('deletes what is below, too (test_delete_resource)', async () => {
    const pets = await create(rootId, 'pets');
    const sub = await create(pets, 'subpets');
    await create(sub, '{id}');
    await create(rootId, 'petshop');
    await service.api.deleteResource({ restApiId, resourceId: pets }, service.call());
    expect(await paths()).toEqual(['/', '/petshop']);
    await expect(service.api.deleteResource({ restApiId, resourceId: sub }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Resource identifier specified'),
    );
    // The names are free again.
    await create(rootId, 'pets');
  });

  it('does not delete the root (features A1.5)', async () => {
    await expect(service.api.deleteResource({ restApiId, resourceId: rootId }, service.call())).rejects.toMatchObject(
      refusal('BadRequestException', 'Root resource cannot be deleted.'),
    );
    expect(await paths()).toEqual(['/']);
  });
});

describe('UpdateResource', () => {
  const update = (resourceId: string, path: string, value: string, op = 'replace') =>
    service.api.updateResource({ restApiId, resourceId, patchOperations: [{ op, path, value }] }, service.call());

  it('renames a resource and moves what is below along (test_resource_lifecycle)', async () => {
    const pets = await create(rootId, 'pets');
    await create(await create(pets, '{id}'), 'toys');
    const renamed = await update(pets, '/pathPart', 'dogs');
    expect(renamed).toEqual({ id: pets, parentId: rootId, path: '/dogs', pathPart: 'dogs' });
    expect(await paths()).toEqual(['/', '/dogs', '/dogs/{id}', '/dogs/{id}/toys']);
    // The old name is free, the new one taken.
    await create(rootId, 'pets');
    await expect(create(rootId, 'dogs')).rejects.toMatchObject(
      refusal('ConflictException', 'Another resource with the same parent already has this name: dogs'),
    );
  });

  it('moves a resource under another parent (test_update_resource_behaviour)', async () => {
    const pets = await create(rootId, 'pets');
    const sub = await create(pets, 'subpets');
    await create(sub, 'x');
    const moved = await update(sub, '/parentId', rootId);
    expect(moved).toEqual({ id: sub, parentId: rootId, path: '/subpets', pathPart: 'subpets' });
    expect(await paths()).toEqual(['/', '/pets', '/subpets', '/subpets/x']);
    await service.api.deleteResource({ restApiId, resourceId: pets }, service.call());
    expect(await paths()).toEqual(['/', '/subpets', '/subpets/x']);
  });

  it('refuses a name that is taken where it would go (test_update_resource_behaviour)', async () => {
    const pets = await create(rootId, 'pets');
    const sub = await create(pets, 'subpets');
    const inner = await create(sub, 'pets');
    const taken = refusal('ConflictException', 'Another resource with the same parent already has this name: pets');
    await expect(update(inner, '/parentId', rootId)).rejects.toMatchObject(taken);
    const other = await create(rootId, 'other');
    await expect(update(other, '/pathPart', 'pets')).rejects.toMatchObject(taken);
    expect(await paths()).toEqual(['/', '/other', '/pets', '/pets/subpets', '/pets/subpets/pets']);
  });

  it('refuses circles and unknown parents (test_update_resource_behaviour)', async () => {
    const pets = await create(rootId, 'pets');
    const sub = await create(await create(pets, 'a'), 'b');
    for (const parentId of [sub, pets]) {
      await expect(update(pets, '/parentId', parentId)).rejects.toMatchObject(
        refusal('BadRequestException', 'Resources cannot be cyclical.'),
      );
    }
    const unknown = refusal('NotFoundException', 'Invalid Resource identifier specified');
    await expect(update(pets, '/parentId', 'fake-parent-id')).rejects.toMatchObject(unknown);
    await expect(update('fake-resource', '/pathPart', 'dogs')).rejects.toMatchObject(unknown);
  });

  it('keeps the rules for variables (features A1.5)', async () => {
    const pets = await create(rootId, 'pets');
    await create(pets, 'a');
    await expect(update(pets, '/pathPart', '{all+}')).rejects.toMatchObject(
      refusal('BadRequestException', 'Cannot create a child of a resource with a greedy path variable: {all+}'),
    );
    await update(pets, '/pathPart', '{kind}');
    // A resource's own old name does not stand in its way.
    await update(pets, '/pathPart', '{species}');
    expect(await paths()).toEqual(['/', '/{species}', '/{species}/a']);
  });

  it.each([
    [
      'replace',
      '/invalid',
      "Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]",
    ],
    [
      'remove',
      '/pathPart',
      "Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations",
    ],
    ['add', '/pathPart', "Invalid patch path  '/pathPart' specified for op 'add'. Please choose supported operations"],
  ])('refuses %s of %s', async (op, path, message) => {
    const pets = await create(rootId, 'pets');
    await expect(update(pets, path, 'dogs', op)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('leaves the root where it is (test_update_resource_on_root)', async () => {
    const pets = await create(rootId, 'pets');
    await expect(update(rootId, '/pathPart', 'dogs')).rejects.toMatchObject(
      refusal('BadRequestException', 'Root resource cannot update its pathPart.'),
    );
    await expect(update(rootId, '/parentId', pets)).rejects.toMatchObject(
      refusal('BadRequestException', 'Root resource cannot update its parentId.'),
    );
  });
});

import { json as bodyOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startUpstream } from '../support/upstream.ts';
import { json, startTutorial, type Tutorial } from './tutorial.ts';

// Guide, "Build a REST API with HTTP non-proxy integration" and "... with HTTP proxy integration". The backend answers what the
// guide shows of its pet store.
const PETS = [
  { id: 1, type: 'dog', price: 249.99 },
  { id: 2, type: 'cat', price: 124.99 },
  { id: 3, type: 'fish', price: 0.99 },
];
const MORE_CATS = [
  { id: 4, type: 'cat', price: 999.99 },
  { id: 5, type: 'cat', price: 249.99 },
  { id: 6, type: 'cat', price: 49.97 },
];

let backend: Awaited<ReturnType<typeof startUpstream>>;
let api: Tutorial;
beforeAll(async () => {
  backend = await startUpstream(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://petstore');
    const pet = request.method === 'POST' ? await bodyOf(request) : undefined;
    const answers: Readonly<Record<string, unknown>> = {
      'GET /petstore/pets': PETS,
      'GET /petstore/pets?type=cat&page=2': MORE_CATS,
      'GET /petstore/pets/1': PETS[0],
      'POST /petstore/pets': { pet, message: 'success' },
    };
    const answer = answers[`${request.method} ${pathname}${search}`];
    response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  const variables = { backend: new URL(backend.url).host };
  api = await startTutorial(inject('sallyport'), 'petstore.yaml', 'test', { variables });
});
afterAll(() => backend.stop());

describe.each([
  ['PetStore, mapped', '/petstorewalkthrough/pets', '?petType=cat&petsPage=2'],
  ['PetStore, by a proxy resource', '/petstore/pets', '?type=cat&page=2'],
])('%s', (_tutorial, pets, cats) => {
  test.each([
    ['all pets', '', PETS],
    ['the second page of cats', cats, MORE_CATS],
    ['the pet with the id 1', '/1', PETS[0]],
  ])('GET gives %s', async (_what, rest, expected) => {
    const answer = await api.call(`${pets}${rest}`);
    expect([answer.status, await answer.json()]).toEqual([200, expected]);
  });

  test('POST takes a pet in', async () => {
    const pet = { type: 'dog', price: 249.99 };
    const answer = await api.call(pets, json('POST', pet));
    expect([answer.status, await answer.json()]).toEqual([200, { pet, message: 'success' }]);
  });
});

test('a custom integration shows its own status for the backend’s error, a proxy passes it (fact D51)', async () => {
  expect((await api.call('/petstorewalkthrough/pets/99')).status).toBe(200);
  expect((await api.call('/petstore/pets/99')).status).toBe(404);
});

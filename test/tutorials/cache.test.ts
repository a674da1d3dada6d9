import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startUpstream } from '../support/upstream.ts';
import { startTutorial, type Tutorial } from './tutorial.ts';

// Guide, "Enabling API caching to enhance responsiveness". What reaches the backend shows what was cached. Every worker has a cache
// of its own here, so a response is fetched once a worker.
let asked = 0;
let backend: Awaited<ReturnType<typeof startUpstream>>;
let api: Tutorial;
beforeAll(async () => {
  backend = await startUpstream((request, response) => {
    asked += 1;
    response.end(JSON.stringify({ asked, url: request.url }));
  });
  const variables = { backend: new URL(backend.url).host };
  const cluster = { cacheClusterEnabled: true, cacheClusterSize: '0.5' } as const;
  api = await startTutorial(inject('sallyport'), 'cache.yaml', 'prod', { variables, ...cluster });
  const patchOperations = [
    { op: 'replace' as const, path: '/*/*/caching/enabled', value: 'true' },
    { op: 'replace' as const, path: '/*/*/caching/requireAuthorizationForCacheControl', value: 'false' },
  ];
  await api.apis.updateStage({ restApiId: api.restApiId, stageName: 'prod', patchOperations });
});
afterAll(() => backend.stop());

/** More requests than there are workers. */
const TIMES = 100;

interface Answer {
  readonly asked: number;
  readonly url: string;
}

/** What a request is answered, again and again. */
async function answersTo(path: string, init?: RequestInit): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let time = 0; time < TIMES; time += 1) answers.push((await (await api.call(path, init)).json()) as Answer);
  return answers;
}

/** How often the backend is asked meanwhile. */
async function askedFor(path: string, init?: RequestInit): Promise<number> {
  const before = asked;
  await answersTo(path, init);
  return asked - before;
}

test('a response is kept by the parameters of its key, whatever the others are', async () => {
  expect(await askedFor('/users?type=admin&department=A')).toBeLessThan(TIMES);
  const ofB = await answersTo('/users?type=admin&department=B');
  expect(ofB.map(({ url }) => url)).toContain('/users?type=admin&department=A');
  const ofRegulars = await answersTo('/users?type=regular&department=A');
  expect(new Set(ofRegulars.map(({ url }) => url))).toEqual(new Set(['/users?type=regular&department=A']));
});

test('only GET is cached by default', async () => {
  expect(await askedFor('/users', { method: 'POST' })).toBe(TIMES);
});

test('`Cache-Control: max-age=0` reaches the backend each time where it needs no authorization', async () => {
  expect(await askedFor('/users?type=admin', { headers: { 'Cache-Control': 'max-age=0' } })).toBe(TIMES);
});

test('FlushStageCache empties it', async () => {
  const before = await answersTo('/users?type=flushed');
  await api.apis.flushStageCache({ restApiId: api.restApiId, stageName: 'prod' });
  const after = await answersTo('/users?type=flushed');
  expect(Math.min(...after.map((answer) => answer.asked))).toBeGreaterThan(
    Math.max(...before.map((answer) => answer.asked)),
  );
});

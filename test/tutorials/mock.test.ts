import { expect, inject, test } from 'vitest';
import { startTutorial } from './tutorial.ts';

test.each([
  ['?scope=internal', 200, 'Go ahead without me.'],
  ['?scope=public', 500, 'The invoked method is not supported on the API resource.'],
  ['', 500, 'The invoked method is not supported on the API resource.'],
])('guide, “Set up mock integrations”: %j answers %i', async (query, statusCode, message) => {
  const api = await startTutorial(inject('sallyport'), 'mock.yaml', 'test');
  const answer = await api.call(`/${query}`);
  expect([answer.status, await answer.json()]).toEqual([statusCode, { statusCode, message }]);
});

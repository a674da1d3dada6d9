import { expect, inject, test } from 'vitest';
import { startTutorial } from './tutorial.ts';

test('guide, “Set up a gateway response”: an unknown path becomes a 404 with headers and a body of the API’s own', async () => {
  const variables = { a: 'a' };
  const api = await startTutorial(inject('sallyport'), 'gateway-responses.yaml', 'custErr', { variables });
  expect((await api.call('/pets/5')).status).toBe(200);

  const answer = await api.call('/pets/5/type?q=1', { headers: { 'x-amzn-RequestId': '123344566' } });
  expect(answer.status).toBe(404);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': 'a.b.c',
    'x-amzn-errortype': 'MissingAuthenticationTokenException',
    'x-request-id': '123344566',
    'x-request-query': '1',
  });
  // The guide prints the resource and the path parameter of `/pets/{petId}`, too, for a request that no resource has; its own curl
  // and its trace of it differ. Neither is held here.
  expect(await answer.json()).toMatchObject({
    message: 'Missing Authentication Token',
    type: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    stage: 'custErr',
    'stageVariables.a': 'a',
  });
});

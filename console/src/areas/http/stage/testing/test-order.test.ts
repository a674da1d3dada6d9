import { expect, it } from 'vitest';
import { orderOf } from './test-order.ts';

// docs/control-extensions.md, `POST /_sallyport/explain`.
it('a request is told by its parts, the body as base64 of UTF-8', () => {
  const request = { method: 'POST', path: 'pets?a=1', headers: 'X-User: anna', body: 'schön' };
  expect(orderOf('a1', '$default', request)).toEqual({
    apiId: 'a1',
    stage: '$default',
    httpMethod: 'POST',
    pathWithQueryString: '/pets?a=1',
    headers: [['X-User', 'anna']],
    body: 'c2Now7Zu',
    withBodies: true,
  });
  expect(orderOf('a1', 'dev', { ...request, body: '' })).not.toHaveProperty('body');
});

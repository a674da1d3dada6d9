import { expect, it } from 'vitest';
import { methodText, throttledMethods, throttlePath, throttleRemoval } from './throttled-method.ts';

// Paths are those of the API reference, "Patch Operations", UpdateUsagePlan.
it('names methods as plans do, those of the root too, and patches them', () => {
  const throttle = { '/pets/{id}/GET': { rateLimit: 1, burstLimit: 2 }, '//ANY': { rateLimit: 3 } };
  const methods = throttledMethods({ apiStages: [{ apiId: 'abc', stage: 'prod', throttle }] });
  expect(methods).toEqual([
    { stage: 'abc:prod', method: '/pets/{id}/GET', rate: 1, burst: 2 },
    { stage: 'abc:prod', method: '//ANY', rate: 3, burst: undefined },
  ]);
  expect(methods.map(({ method }) => methodText(method))).toEqual(['GET /pets/{id}', 'ANY /']);
  expect(methods.map(throttlePath)).toEqual([
    '/apiStages/abc:prod/throttle/~1pets~1{id}/GET',
    '/apiStages/abc:prod/throttle/~1/ANY',
  ]);
  expect(methods.flatMap(throttleRemoval)).toEqual([
    { op: 'remove', path: '/apiStages/abc:prod/throttle/~1pets~1{id}/GET' },
    { op: 'remove', path: '/apiStages/abc:prod/throttle/~1/ANY' },
  ]);
});

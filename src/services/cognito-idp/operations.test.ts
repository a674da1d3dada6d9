import { expect, it } from 'vitest';
import { startCognitoService } from './loaded-service.ts';
import { OPERATIONS } from './operations.ts';
import { startPools } from './testing/service.ts';

it('names every operation that has a handler, so that none is refused before the service is loaded', async () => {
  const { context } = await startPools();
  expect(Object.keys(startCognitoService(context).handlers).toSorted()).toEqual([...OPERATIONS]);
});

import { expect, it } from 'vitest';
import type { ServiceContext } from './context.ts';
import { startApiGatewayV2Service } from './loaded-service.ts';
import { OPERATIONS } from './operations.ts';

it('names every operation that has a handler, so that none is refused before the service is loaded', () => {
  expect(Object.keys(startApiGatewayV2Service({} as ServiceContext)).toSorted()).toEqual([...OPERATIONS]);
});

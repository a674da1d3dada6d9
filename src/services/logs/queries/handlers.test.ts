import { expect, it } from 'vitest';
import type { LogsContext } from '../context.ts';
import { OPERATIONS } from './handlers.ts';
import { loadedHandlers } from './loaded-handlers.ts';
import type { QueryOffice } from './query-office.ts';

it('names every operation that has a handler, so that none is refused before they are loaded', () => {
  expect(Object.keys(loadedHandlers({} as LogsContext, {} as QueryOffice)).toSorted()).toEqual([...OPERATIONS]);
});

import { expect, test } from 'vitest';
import { createOperatorApi, isOperatorPath } from './operator-api.ts';

const kept = {
  namespaces: 'user',
  users: false,
  countsProcesses: true,
  network: 'host',
  missing: ['A user'],
  cpu: 'nice',
  capsCpu: false,
  boundsMemory: false,
} as const;
const answer = createOperatorApi({
  requests: { list: async () => [], find: async () => undefined, explain: async () => undefined },
  functions: { containment: async () => kept },
});
const request = (method: string, path: string) =>
  answer({ method, path, query: new Map(), body: Buffer.alloc(0), sourceIp: '127.0.0.1' });

test('what functions are kept to is one of the operator’s answers, beside those of requests', async () => {
  expect(isOperatorPath('/_sallyport/functions')).toBe(true);
  expect(isOperatorPath('/_sallyport/other')).toBe(false);
  expect(await request('GET', '/_sallyport/functions')).toEqual({ containment: kept });
  expect(await request('DELETE', '/_sallyport/functions')).toBeUndefined();
  expect(await request('GET', '/_sallyport/requests')).toEqual({ requests: [] });
});

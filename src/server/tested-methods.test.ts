import { expect, it } from 'vitest';
import type { ExplainedRequest, TestedRequest } from '../model/index.ts';
import { TestedMethods } from './tested-methods.ts';

function test(requestId: string, apiId = 'abc123'): TestedRequest {
  const request = { requestId, apiId } as ExplainedRequest;
  return {
    scope: { accountId: '123456789012', region: 'eu-west-1' },
    request: { ...request, status: 200 },
    withoutBodies: { ...request, status: 201 },
  };
}

it('finds the last tests by their ids, with bodies and without', () => {
  const tests = new TestedMethods();
  for (let at = 0; at < 60; at += 1) tests.remember(test(`r${at}`));
  expect(tests.find('r9', true)).toBeUndefined();
  expect(tests.find('r10', true)).toMatchObject({ requestId: 'r10', status: 200 });
  expect(tests.find('r59', false)).toMatchObject({ requestId: 'r59', status: 201 });
});

it('knows whose an API is that was tested', () => {
  const tests = new TestedMethods();
  tests.remember(test('r', 'def456'));
  expect(tests.ownerOf('def456')).toEqual({ accountId: '123456789012', region: 'eu-west-1' });
  expect(tests.ownerOf('abc123')).toBeUndefined();
});

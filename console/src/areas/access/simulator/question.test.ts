import { expect, test } from 'vitest';
import { type Draft, draftFrom, isComplete, linkOf, NEW_DRAFT, questionOf } from './question.ts';

const ROLE = 'arn:aws:iam::000000000000:role/teams/web';

// docs/control-extensions.md, "POST /_sallyport/access".
test('asks about who calls what', () => {
  expect(questionOf(NEW_DRAFT, 'a1')).toEqual({ caller: 'anonymous', api: 'a1', stage: '*', method: 'GET', path: '/' });
  const asked: Draft = {
    ...NEW_DRAFT,
    callerKind: 'role',
    caller: ROLE,
    ip: '192.0.2.1',
    headers: 'Referer: https://a.example\nbroken',
    context: { 'aws:SourceVpce': 'vpce-1' },
    sessionPolicy: '{}',
  };
  expect(questionOf(asked, 'a1')).toEqual({
    caller: 'arn:aws:sts::000000000000:assumed-role/web/simulated',
    api: 'a1',
    stage: '*',
    method: 'GET',
    path: '/',
    ip: '192.0.2.1',
    headers: { Referer: 'https://a.example' },
    context: { 'aws:SourceVpce': 'vpce-1' },
    sessionPolicy: '{}',
  });
  const account: Draft = { ...NEW_DRAFT, callerKind: 'account', caller: '111122223333' };
  expect(questionOf(account, 'a1')).toMatchObject({ caller: 'arn:aws:iam::111122223333:root' });
  expect(questionOf({ ...asked, callerKind: 'user' }, 'a1')).not.toHaveProperty('sessionPolicy');
});

test('can be linked to, with all that the answer rests on', () => {
  const draft: Draft = {
    ...NEW_DRAFT,
    callerKind: 'role',
    caller: ROLE,
    path: '/a?b=1&c',
    ip: '::1',
    context: { 'aws:SourceVpce': 'vpce-1', 'aws:PrincipalTag/team': 'a=b&c' },
    sessionPolicy: '{"Statement": []}',
  };
  expect(draftFrom(new URLSearchParams(linkOf(draft)))).toEqual(draft);
  expect(draftFrom(new URLSearchParams('tab=x'))).toBeUndefined();
});

test('is complete with somebody and a path', () => {
  expect(isComplete(NEW_DRAFT)).toBe(true);
  expect(isComplete({ ...NEW_DRAFT, callerKind: 'user' })).toBe(false);
  expect(isComplete({ ...NEW_DRAFT, path: 'pets' })).toBe(false);
  expect(isComplete({ ...NEW_DRAFT, callerKind: 'account', caller: '1111' })).toBe(false);
});

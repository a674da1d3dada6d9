import { expect, it } from 'vitest';
import { readJson } from '../json-editor/read-json.ts';
import type { ActionsByService } from './actions.ts';
import { checkPolicy } from './check-policy.ts';
import type { PolicyKind } from './vocabulary.ts';

const actions: ActionsByService = new Map([['lambda', [{ name: 'lambda:InvokeFunction', level: 'Write' }]]]);
const check = (document: unknown, kind: PolicyKind = 'identity') =>
  checkPolicy(readJson(JSON.stringify(document, null, 2)), kind, actions);
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = { Effect: 'Allow', Action: 'lambda:Invoke*', Resource: '*' };

// The server's grammar is the judge (src/policy); where it stands in the text is ours.
it('tells what breaks the grammar where it stands, in every statement', () => {
  expect(check(policy(allow))).toEqual([]);
  expect(check(policy({ ...allow, Effect: 'allow' }, { ...allow, Resource: [] }))).toEqual([
    { line: 5, column: 17, message: 'Effect must be Allow or Deny.' },
    { line: 12, column: 19, message: 'Resource must be a string or a list of strings.' },
  ]);
  expect(check({ Version: '2020-01-01', Statement: [] })).toMatchObject([
    { line: 2, message: 'Version must be 2012-10-17 or 2008-10-17.' },
  ]);
  expect(check({ Version: '2012-10-17', Statement: [] })).toMatchObject([
    { line: 3, message: 'Statement must not be empty.' },
  ]);
  expect(check({ Version: '2012-10-17' })).toMatchObject([{ line: 1, message: 'The statement must be an object.' }]);
  expect(check([])).toMatchObject([{ line: 1, message: 'Policy must be an object.' }]);
});

it('knows what each kind of policy may say', () => {
  expect(check(policy({ ...allow, Principal: '*' }))).toMatchObject([{ message: 'Principal is not allowed here.' }]);
  expect(check(policy(allow), 'resource')).toMatchObject([
    { message: 'The statement must have exactly one of Principal and NotPrincipal.' },
  ]);
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  expect(check(policy(trust), 'trust')).toEqual([]);
  expect(check(policy({ ...trust, Action: 'lambda:InvokeFunction' }), 'trust')).toMatchObject([
    { severity: 'warning' },
  ]);
});

it('warns of what nothing is called, and refuses what AWS refuses', () => {
  expect(check(policy({ ...allow, Action: ['lambda:Invoke', 's3:*'] }))).toEqual([
    { line: 7, column: 9, message: 'lambda has no action like lambda:Invoke.', severity: 'warning' },
  ]);
  expect(check(policy({ ...allow, Resource: 'bucket' }))).toMatchObject([
    { line: 7, message: 'bucket must be an ARN or "*".' },
  ]);
  expect(check(policy({ ...allow, Condition: { StringIs: { 'aws:username': 'a' } } }))).toMatchObject([
    { line: 9, column: 21, message: 'StringIs is no condition operator.' },
  ]);
  expect(check(policy({ ...allow, Condition: { 'ForAnyValue:stringLikeIfExists': { 'aws:TagKeys': 'a' } } }))).toEqual(
    [],
  );
  expect(check(policy({ Sid: 'A', ...allow }, { Sid: 'A', ...allow }))).toMatchObject([
    { line: 11, message: 'Another statement has the Sid A.' },
  ]);
  expect(check({ Statement: allow })).toMatchObject([{ line: 1, severity: 'warning' }]);
});

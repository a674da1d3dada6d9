import { expect, it } from 'vitest';
import { passedRoles } from './passed-roles.ts';

// Guide page aws-api-gateway-stage-variables-reference: credentials are `arn:aws:iam::ACCOUNT:${stageVariables.NAME}`, too.
const ROLE = 'arn:aws:iam::000000000000:role/r';
const HIDDEN = `arn:aws:iam::000000000000:\${stageVariables.who}`;

it.each([
  [{ credentials: ROLE }, [ROLE]],
  [{ authorizerCredentials: ROLE }, [ROLE]],
  [{ CredentialsArn: ROLE }, [ROLE]],
  [{ patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value: ROLE }] }, [ROLE]],
  [{ credentials: HIDDEN }, [HIDDEN]],
  [{ patchOperations: [{ op: 'replace', path: '/credentials', value: HIDDEN }] }, [HIDDEN]],
])('%j passes roles on, behind stage variables too', (input, roles) => {
  expect(passedRoles(input)).toEqual(roles);
});

it.each([
  [{ credentials: 'arn:aws:iam::*:user/*' }],
  [{ patchOperations: [{ op: 'replace', path: '/credentials', value: '' }] }],
  [{ patchOperations: [{ op: 'remove', path: '/credentials' }] }],
  [{ patchOperations: [{ op: 'replace', path: '/description', value: ROLE }] }],
  [{}],
])('%j passes none on', (input) => {
  expect(passedRoles(input)).toEqual([]);
});

import { expect, test } from 'vitest';
import { draftOf, responseOf } from './draft.ts';

// Guide, "Set up a gateway response using the API Gateway REST API"; fact D85.
test('edits and saves without a change what it was given', () => {
  const given = {
    statusCode: '404',
    responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
    responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
  };
  expect(draftOf(given).headers).toEqual({ 'Access-Control-Allow-Origin': "'*'" });
  expect(responseOf(draftOf(given))).toEqual(given);
  expect(responseOf(draftOf({ ...given, statusCode: undefined }))).not.toHaveProperty('statusCode');
});

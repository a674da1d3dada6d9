import { expect, it } from 'vitest';
import { functionArnOf, integrationIdOf, integrationName } from './integration-name.ts';

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:pets:live';

it('an integration is named by what it leads to', () => {
  const invocation = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
  expect(functionArnOf(invocation)).toBe(arn);
  expect(functionArnOf(arn)).toBe(arn);
  expect(integrationName({ IntegrationType: 'AWS_PROXY', IntegrationUri: invocation })).toBe(
    'Lambda function pets:live',
  );
  const uri = 'https://backend.test/pets';
  expect(integrationName({ IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'GET', IntegrationUri: uri })).toBe(
    'GET https://backend.test/pets',
  );
});

it('a route names its integration by a path', () => {
  expect(integrationIdOf('integrations/abc123')).toBe('abc123');
  expect(integrationIdOf(undefined)).toBe('');
});

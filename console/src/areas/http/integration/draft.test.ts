import { expect, it } from 'vitest';
import { draftOf, NEW_INTEGRATION, settingsOf } from './draft.ts';

// API reference of version 2, CreateIntegration.
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:pets';

it('an integration comes back out of its form as it went in', () => {
  const saved = {
    IntegrationType: 'HTTP_PROXY' as const,
    IntegrationMethod: 'GET',
    IntegrationUri: 'https://backend.test/{proxy}',
    PayloadFormatVersion: '1.0',
    TimeoutInMillis: 5_000,
    Description: 'pets',
    TlsConfig: { ServerNameToVerify: 'pets.internal' },
  };
  expect(settingsOf(draftOf(saved))).toEqual({ ...saved, CredentialsArn: '' });
});

it('what belongs to another kind goes when the kind is changed', () => {
  const http = draftOf({
    IntegrationType: 'HTTP_PROXY',
    IntegrationUri: 'https://backend.test',
    TlsConfig: { ServerNameToVerify: 'x' },
  });
  expect(settingsOf({ ...http, kind: 'function', functionArn })).toMatchObject({
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: functionArn,
    PayloadFormatVersion: '2.0',
    TlsConfig: { ServerNameToVerify: '' },
  });
  expect(
    settingsOf({ ...NEW_INTEGRATION, kind: 'http', url: 'http://a.test', serverName: 'typed-before' }),
  ).toMatchObject({
    TlsConfig: { ServerNameToVerify: '' },
  });
});

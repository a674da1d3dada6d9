import { expect, test } from 'vitest';
import { awsAccess } from './aws-access.ts';
import { loadSettings } from './settings/load-settings.ts';

async function access(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const settings = await loadSettings(args, { environment, homeDirectory: '/home/ada', processors: 1 });
  return awsAccess(settings, environment);
}

test('nothing given means AWS itself, and no credentials', async () => {
  expect(await access([], {})).toEqual({ endpoints: {} });
});

// AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
test('the SDKs’ variables count, by the names that integration URIs have', async () => {
  const environment = {
    AWS_ENDPOINT_URL: 'http://all:1',
    AWS_ENDPOINT_URL_S3: 'http://s3:2',
    AWS_ENDPOINT_URL_SFN: 'http://states:3',
    AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://events:4',
    AWS_ENDPOINT_URL_SQS: '',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
  };
  const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' };
  expect(await access([], environment)).toEqual({
    defaultEndpoint: 'http://all:1',
    endpoints: { s3: 'http://s3:2', states: 'http://states:3', events: 'http://events:4' },
    credentials,
  });
  expect(await access([], { ...environment, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toEqual({
    endpoints: {},
    credentials,
  });
});

test('our own settings win, one by one', async () => {
  const environment = {
    AWS_ENDPOINT_URL_S3: 'http://s3:2',
    AWS_ENDPOINT_URL_SQS: 'http://sqs:3',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    SALLYPORT_AWS_ACCESS_KEY_ID: 'own',
    SALLYPORT_AWS_SECRET_ACCESS_KEY: 'own-secret',
  };
  expect(await access(['--service-endpoints', 's3=http://mine:9000,*=https://rest'], environment)).toEqual({
    defaultEndpoint: 'https://rest',
    endpoints: { s3: 'http://mine:9000', sqs: 'http://sqs:3' },
    credentials: { accessKeyId: 'own', secretAccessKey: 'own-secret' },
  });
});

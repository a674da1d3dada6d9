import { optional, setting } from './define.ts';
import type { Secret } from './secret.ts';
import { secretOf, textOf, type ValueKind } from './value-kinds.ts';

/** `NAME=URL` for each service; the name `*` stands for all others. */
const endpoints: ValueKind<Readonly<Record<string, string>>> = {
  parse(text) {
    const pairs = text.split(',').map((pair) => /^\s*([a-z0-9-]+|\*)=(https?:\/\/[^\s,?#@]+)\s*$/.exec(pair));
    const entries = pairs.flatMap((pair): [string, string][] =>
      pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']],
    );
    const areAllRight = entries.length === pairs.length && entries.every(([, url]) => URL.canParse(url));
    return areAllRight ? Object.fromEntries(entries) : undefined;
  },
  allowed: 'pairs of a service’s name and an http: or https: URL, such as s3=http://127.0.0.1:9000, joined by commas',
  placeholder: 'NAME=URL,...',
};

const token: ValueKind<Secret> = secretOf(/^[\x21-\x7e]+$/, 'printable ASCII characters without spaces');

/** How integrations reach AWS services; see docs/guides/aws-services.md. */
export const AWS_SETTINGS = {
  serviceEndpoints: setting('service-endpoints', optional(endpoints), undefined, {
    defaultText: 'AWS_ENDPOINT_URL_* and AWS_ENDPOINT_URL, else AWS itself',
    description:
      'Where integrations find AWS services, by the names in their URIs; * stands for all others. In the file also as ' +
      'services.NAME.endpoint.',
  }),
  awsAccessKeyId: setting(
    'aws-access-key-id',
    optional(textOf(/^[\w-]+$/, 'letters, digits, _ and -', 'ID')),
    undefined,
    {
      sources: ['environment'],
      defaultText: 'AWS_ACCESS_KEY_ID',
      description: 'Access key id with which integrations call AWS services; goes together with the secret.',
    },
  ),
  awsSecretAccessKey: setting('aws-secret-access-key', optional(token), undefined, {
    sources: ['environment'],
    defaultText: 'AWS_SECRET_ACCESS_KEY',
    description: 'Secret access key for AWS services; no message and no log shows it.',
  }),
  awsSessionToken: setting('aws-session-token', optional(token), undefined, {
    sources: ['environment'],
    defaultText: 'AWS_SESSION_TOKEN',
    description: 'Session token of temporary credentials for AWS services.',
  }),
} as const;

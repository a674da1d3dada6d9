import { optional, setting } from './define.ts';
import { Secret } from './secret.ts';
import { textOf, type ValueKind } from './value-kinds.ts';

/** Addresses of webhooks and people by the names that alarms know them by. */
function named<Value>(
  read: (text: string) => Value | undefined,
  details: Pick<ValueKind<unknown>, 'allowed' | 'placeholder' | 'isSecret'>,
): ValueKind<Readonly<Record<string, Value>>> {
  return {
    parse(text) {
      const entries = text.split(',').map((pair) => /^\s*([\w.-]{1,64})=(\S+)\s*$/.exec(pair));
      const values = entries.map((entry) => entry?.[2] && read(entry[2]));
      if (!values.every((value) => value !== undefined && value !== '' && value !== null)) return undefined;
      return Object.fromEntries(entries.map((entry, index) => [entry?.[1], values[index]]));
    },
    textOf(nested) {
      if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return undefined;
      const entries = Object.entries(nested).map(([name, value]: [string, unknown]) =>
        typeof value === 'string' ? `${name}=${value}` : undefined,
      );
      return entries.includes(undefined) ? undefined : entries.join(',');
    },
    ...details,
  };
}

/** Such addresses are often secrets themselves. */
const webhooks = named((text) => (isUrl(text, ['http:', 'https:']) ? new Secret(text) : undefined), {
  allowed: 'names with http: or https: URLs, such as ops=https://chat.example/hooks/1, joined by commas',
  placeholder: 'NAME=URL,...',
  isSecret: true,
});

const emails = named((text) => (/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text) ? text : undefined), {
  allowed: 'names with addresses, such as ops=ops@example.com, joined by commas',
  placeholder: 'NAME=ADDRESS,...',
});

const smtpUrl: ValueKind<Secret> = {
  parse: (text) => (isUrl(text, ['smtp:', 'smtps:']) ? new Secret(text) : undefined),
  allowed: 'a URL such as smtp://USER:PASSWORD@HOST:587 or smtps://HOST',
  placeholder: 'URL',
  isSecret: true,
};

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';
}

/** Where alarms may send what they tell; see docs/guides/alarms.md. */
export const ALARM_SETTINGS = {
  alarmWebhooks: setting(
    'alarm-webhooks',
    webhooks,
    {},
    {
      sources: ['environment', 'file'],
      defaultText: 'none',
      description: 'Webhooks that alarms may call, as the action arn:aws:sallyport:::webhook/NAME.',
    },
  ),
  alarmEmails: setting(
    'alarm-emails',
    emails,
    {},
    {
      defaultText: 'none',
      description:
        'Addresses that alarms may write to, as the action arn:aws:sallyport:::email/NAME; smtp-url says by which server.',
    },
  ),
  smtpUrl: setting('smtp-url', optional(smtpUrl), undefined, {
    sources: ['environment', 'file'],
    defaultText: 'none',
    description: 'The mail server that e-mails of alarms go through.',
  }),
  smtpFrom: setting(
    'smtp-from',
    textOf(/^[^\s@<>,;]+@[^\s@<>,;]+$/, 'an e-mail address', 'ADDRESS'),
    'sallyport@localhost',
    { description: 'The sender of these e-mails.' },
  ),
} as const;

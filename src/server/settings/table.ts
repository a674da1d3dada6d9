import { isAbsolute, join } from 'node:path';
import { CLOUDWATCH_RETENTION } from '../../metrics/index.ts';
import { ALARM_SETTINGS } from './alarm-settings.ts';
import { AWS_SETTINGS } from './aws-settings.ts';
import { optional, setting } from './define.ts';
import { HTTPS_SETTINGS } from './https-settings.ts';
import { metricRetention } from './metric-retention.ts';
import type { Secret } from './secret.ts';
import type { Setting, Surroundings } from './setting.ts';
import { TRACE_SETTINGS } from './trace-settings.ts';
import { userPoolIssuers } from './user-pool-issuers.ts';
import { listOf, oneOf, onOrOff, secondsAsMs, secretOf, textOf, wholeNumber } from './value-kinds.ts';
import { vpcEndpoints } from './vpc-endpoints.ts';
import { vpcLinks } from './vpc-links.ts';

const port = wholeNumber(0, 65_535);
const ACCOUNT = /^\d{12}$/;
const path = textOf(/^[^\0]+$/, 'a path', 'PATH');

/**
 * Every setting of `sallyport start`. The command line, the environment, the file, `--help` and
 * docs/reference/configuration.md all follow from this table.
 */
export const SETTINGS = {
  controlPort: setting('control-port', port, 4566, {
    description: 'Port of the control API (the AWS-compatible APIs); 0 takes any free port.',
  }),
  gatewayPort: setting('gateway-port', port, 8080, {
    description: 'Port of the gateway, where deployed APIs answer; 0 takes any free port.',
  }),
  host: setting('host', textOf(/^[A-Za-z0-9.:-]+$/, 'an IP address or a host name', 'ADDRESS'), '127.0.0.1', {
    description: 'Address that both ports listen on; 0.0.0.0 or :: opens them to the network.',
  }),
  dataDirectory: setting('data-dir', path, defaultDataDirectory, {
    defaultText: '$XDG_DATA_HOME/sallyport or ~/.local/share/sallyport',
    description: 'Directory that keeps everything over a restart; not used when ephemeral.',
  }),
  ephemeral: setting('ephemeral', onOrOff, false, {
    description: 'Keep everything in memory and forget it at the end; adds POST /_sallyport/reset.',
  }),
  workers: setting('workers', wholeNumber(1, 256), 1, {
    description: 'Fewest gateway processes that share the gateway port.',
  }),
  maxWorkers: setting('max-workers', wholeNumber(1, 256), ({ processors }) => processors, {
    defaultText: 'the number of processors',
    description: 'Most gateway processes; between the two their number follows the load.',
  }),
  functionConcurrency: setting('function-concurrency', wholeNumber(1, 10_000), 50, {
    description: 'Most function instances that run at the same time, over all functions.',
  }),
  functionContainment: setting('function-containment', oneOf('full', 'limits'), 'full', {
    description:
      'How far functions are kept from what is not theirs. full: as far as this machine can, which the start tells. limits: they ' +
      'see the files and processes of this machine, as the user who runs Sallyport, within limits.',
  }),
  functionNetwork: setting('function-network', oneOf('host', 'none'), 'host', {
    description:
      "Which network functions have. host: this machine's. none: none, which needs namespaces; functions with runtimes or " +
      'extensions of their own, which reach Sallyport by it, are then refused.',
  }),
  functionCpu: setting('function-cpu', oneOf('share', 'limit'), 'share', {
    description:
      'How much CPU a function has, in proportion to its memory, one processor at 1,769 MB as on AWS. share: that part of what ' +
      'functions want together, and more when others leave it. limit: never more, which needs control groups.',
  }),
  functionRoles: setting('function-roles', oneOf('any', 'known'), 'any', {
    description:
      'Which roles a function may have. any: also those that IAM here does not know, as of APIs that come from elsewhere. ' +
      'known: only those that it knows, as AWS has it. One that it knows must trust lambda.amazonaws.com in either case.',
  }),
  limits: setting('limits', oneOf('aws', 'relaxed', 'off'), 'relaxed', {
    description:
      "How closely AWS's limits are kept. aws: every quota, also those that an account can have raised, and the rates of " +
      'control calls. relaxed: what AWS holds every request and entity to, and integration timeouts up to 15 minutes. off: ' +
      'only what bounds memory and time; bodies of any size pass through HTTP integrations.',
  }),
  userPoolIssuers: setting(
    'user-pool-issuers',
    userPoolIssuers,
    {},
    {
      defaultText: "Amazon's, such as https://cognito-idp.us-east-1.amazonaws.com/POOL",
      description:
        'Where the tokens of Cognito user pools come from: PLACE=URL, several separated by commas. A place is a region, whose ' +
        'pools answer below the URL by their ids, or the ARN of one pool, for which any issuer of OpenID Connect may stand.',
    },
  ),
  userPoolUrl: setting(
    'user-pool-url',
    optional(textOf(/^https?:\/\/[^\s?#]*[^\s?#/]$/, 'a URL without a slash at its end', 'URL')),
    undefined,
    {
      defaultText: 'the address of the control port',
      description:
        'What the tokens of user pools name as their issuer, each pool below it by its id; {region} in it stands for the ' +
        "pool's region. Set it to the address by which clients reach the control port.",
    },
  ),
  consoleHosts: setting(
    'console-hosts',
    listOf(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i, 16, 'host names', 'NAME,...'),
    [],
    {
      defaultText: 'none',
      description:
        'Names by which browsers reach the control port, separated by commas: at other names nobody can sign in to the console ' +
        'with a password. Addresses, localhost and the name of this machine need not be told.',
    },
  ),
  codeDelivery: setting('code-delivery', oneOf('outbox', 'log'), 'outbox', {
    description:
      'Where codes and invitations of user pools go: to files in the folder outbox of the data directory, or to the log.',
  }),
  drainTimeoutMs: setting('drain-timeout', secondsAsMs(0, 3_600), 30_000, {
    defaultText: '30',
    description: 'How long SIGTERM waits for requests that are being served.',
  }),
  accountId: setting('account-id', textOf(ACCOUNT, 'twelve digits', 'DIGITS'), '000000000000', {
    description:
      'The AWS account of whoever runs this Sallyport: its root user may look into the requests of all APIs.',
  }),
  accounts: setting('accounts', listOf(ACCOUNT, 16, 'account ids of twelve digits', 'DIGITS,...'), [], {
    defaultText: 'none',
    description:
      'Other AWS accounts, separated by commas: each has its own APIs, functions and identities, and root credentials in a ' +
      'file of the data directory beside the first.',
  }),
  rootAccessKeyId: setting(
    'root-access-key-id',
    optional(textOf(/^\w{3,128}$/, '3 to 128 letters, digits and underscores', 'ID')),
    undefined,
    {
      sources: ['environment'],
      defaultText: 'made at the first start',
      description: 'Access key id of the root user; goes together with the secret.',
    },
  ),
  rootSecretAccessKey: setting(
    'root-secret-access-key',
    optional<Secret>(secretOf(/^[\x21-\x7e]{4,128}$/, '4 to 128 printable ASCII characters without spaces')),
    undefined,
    {
      sources: ['environment'],
      defaultText: 'made at the first start',
      description: 'Secret access key of the root user; no message and no log shows it.',
    },
  ),
  masterKeyFile: setting('master-key-file', optional(path), undefined, {
    defaultText: 'master.key in the data directory',
    description:
      'File with the key that seals every secret in the data directory; made at the first start. Kept elsewhere, a copy of ' +
      'the data directory gives no secret away; beside the data, it protects only what is copied without it.',
  }),
  masterKey: setting(
    'master-key-value',
    optional<Secret>(secretOf(/^[A-Za-z0-9+/]{43}=?$/, '32 bytes in base64')),
    undefined,
    {
      sources: ['environment'],
      defaultText: 'none',
      description: 'That key itself, in place of a file; is never printed.',
    },
  ),
  vpcLinks: setting(
    'vpc-links',
    vpcLinks,
    {},
    {
      defaultText: 'none',
      description:
        'What stands for the load balancers of VPC links, by id, name or ARN of the link or of its balancer.',
    },
  ),
  vpcEndpoints: setting('vpc-endpoints', vpcEndpoints, [], {
    defaultText: 'none',
    description:
      'The interface endpoints that private APIs are called through: of each the id, the id of its VPC, and the addresses ' +
      'from which clients come through it. In the file each may have a policy of its own.',
  }),
  ...HTTPS_SETTINGS,
  ...AWS_SETTINGS,
  ...ALARM_SETTINGS,
  accessLog: setting('access-log', optional(path), undefined, {
    defaultText: 'none',
    description: 'File to which a line of JSON is appended for every request to an API.',
  }),
  recentRequests: setting('recent-requests', wholeNumber(0, 10_000), 100, {
    description:
      'How many requests of a stage a process remembers for sallyport requests and sallyport explain: so many that failed, ' +
      'and so many others, 8 MB in all; 0 remembers none.',
  }),
  stageLogs: setting('stage-logs', oneOf('store', 'files', 'stdout', 'off'), 'store', {
    description:
      'Where execution and access logs of stages and logs of functions go. store: to the log groups of CloudWatch Logs, below ' +
      'DATA-DIR/log-groups. Or, one line of JSON an event, to files below DATA-DIR/logs, one a log group, of 64 MB and what was ' +
      'before; to standard output; or nowhere.',
  }),
  logLimit: setting('log-limit', optional(wholeNumber(16, 1_000_000_000)), undefined, {
    defaultText: 'none',
    description:
      'How many megabytes (1,048,576 bytes) all log groups together may take on disk, about. Of more, the files with the oldest events ' +
      'go, of whatever group and retention. Without a limit, and with one, 64 MB of the disk are left to what else is stored: then events are lost.',
  }),
  metricRetention: setting('metric-retention', metricRetention, CLOUDWATCH_RETENTION, {
    defaultText: '15,63,455',
    description:
      'For how many days metrics are kept by the minute, by five minutes, and by the hour; the default is CloudWatch’s.',
  }),
  ...TRACE_SETTINGS,
  logLevel: setting('log-level', oneOf('error', 'warn', 'info', 'debug'), 'info', {
    description: 'The least important messages that are logged.',
  }),
  logFormat: setting('log-format', oneOf('text', 'json'), 'text', {
    description:
      'What this command prints. text: for people, its addresses on standard output, its log on standard error. json: all of it on ' +
      'standard output, one line of JSON each, those about a request with its requestId.',
  }),
  configFile: setting('config', optional(path), undefined, {
    sources: ['flag', 'environment'],
    defaultText: 'none',
    description: 'YAML file with settings, by the names of the flags without the dashes.',
  }),
} as const;

/** The values of all settings: what `sallyport start` runs with. */
export type Settings = {
  readonly [Key in keyof typeof SETTINGS]: (typeof SETTINGS)[Key] extends Setting<infer Value> ? Value : never;
};

/** XDG Base Directory Specification 0.8: a relative `$XDG_DATA_HOME` is invalid and ignored. */
function defaultDataDirectory({ environment, homeDirectory }: Surroundings): string {
  const dataHome = environment.XDG_DATA_HOME ?? '';
  return join(isAbsolute(dataHome) ? dataHome : join(homeDirectory, '.local', 'share'), 'sallyport');
}

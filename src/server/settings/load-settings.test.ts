import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from './load-settings.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-settings-'));
  file = join(folder, 'sallyport.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Sources {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly yaml?: string;
}

function load({ args = [], environment = {}, yaml }: Sources) {
  if (yaml !== undefined) writeFileSync(file, yaml);
  const withFile = yaml === undefined ? args : [...args, '--config', file];
  return loadSettings(withFile, {
    environment: { PATH: '/bin', ...environment },
    homeDirectory: '/home/ada',
    processors: 4,
  });
}

/** The problems that a load reports, one string each. */
async function problemsOf(sources: Sources): Promise<readonly string[]> {
  const refusal: unknown = await load(sources).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'SettingsError' });
  return (refusal as Error).message.split('\n');
}

test('the defaults are those of issue 2 and the design', async () => {
  expect(await load({})).toEqual({
    controlPort: 4566,
    gatewayPort: 8080,
    host: '127.0.0.1',
    dataDirectory: '/home/ada/.local/share/sallyport',
    ephemeral: false,
    workers: 1,
    maxWorkers: 4,
    httpsPort: 8443,
    tlsCertificate: undefined,
    tlsKey: undefined,
    tlsDev: false,
    tlsDomains: false,
    tlsMinVersion: 'TLSv1.2',
    vpcLinks: {},
    vpcEndpoints: [],
    redirectToHttps: false,
    acmeNames: undefined,
    acmeDirectory: 'https://acme-v02.api.letsencrypt.org/directory',
    acmeContact: undefined,
    acmeAgreeToTerms: false,
    acmeEabKeyId: undefined,
    acmeEabHmacKey: undefined,
    functionConcurrency: 50,
    functionContainment: 'full',
    functionCpu: 'share',
    functionNetwork: 'host',
    functionRoles: 'any',
    limits: 'relaxed',
    userPoolIssuers: {},
    userPoolUrl: undefined,
    consoleHosts: [],
    codeDelivery: 'outbox',
    drainTimeoutMs: 30_000,
    accountId: '000000000000',
    accounts: [],
    rootAccessKeyId: undefined,
    rootSecretAccessKey: undefined,
    recentRequests: 100,
    stageLogs: 'store',
    alarmWebhooks: {},
    alarmEmails: {},
    smtpUrl: undefined,
    smtpFrom: 'sallyport@localhost',
    metricRetention: { 1: 10_800, 60: 15 * 86_400, 300: 63 * 86_400, 3600: 455 * 86_400 },
    otlpSignals: ['traces', 'metrics', 'logs'],
    traceparent: 'join',
    traceHttpApis: false,
    logLevel: 'info',
    logFormat: 'text',
    configFile: undefined,
  });
});

// XDG Base Directory Specification: "All paths set in these environment variables must be absolute."
test.each([
  ['/srv/data', '/srv/data/sallyport'],
  ['relative', '/home/ada/.local/share/sallyport'],
  ['', '/home/ada/.local/share/sallyport'],
])('with XDG_DATA_HOME=%j data lies in %s', async (XDG_DATA_HOME, expected) => {
  expect((await load({ environment: { XDG_DATA_HOME } })).dataDirectory).toBe(expected);
});

describe('sources', () => {
  test('every setting can be given in each of its sources', async () => {
    const expected = {
      controlPort: 1,
      gatewayPort: 0,
      host: '::1',
      dataDirectory: '/d',
      ephemeral: true,
      workers: 3,
      functionConcurrency: 7,
      limits: 'aws',
      drainTimeoutMs: 2_000,
      accountId: '000000000012',
      logLevel: 'debug',
    };
    const values = {
      'control-port': '1',
      'gateway-port': '0',
      host: '::1',
      'data-dir': '/d',
      ephemeral: 'true',
      workers: '3',
      'function-concurrency': '7',
      limits: 'aws',
      'drain-timeout': '2',
      'account-id': '000000000012',
      'log-level': 'debug',
    };
    const entries = Object.entries(values);
    const args = entries.flatMap(([name, value]) => (name === 'ephemeral' ? ['--ephemeral'] : [`--${name}`, value]));
    const variables = entries.map(([name, value]) => [`SALLYPORT_${name.toUpperCase().replaceAll('-', '_')}`, value]);
    // Unquoted on purpose: YAML would read the account id as a number and lose its zeros.
    const yaml = entries.map(([name, value]) => `${name}: ${value}`).join('\n');
    expect(await load({ args })).toMatchObject(expected);
    expect(await load({ args: entries.map(([name, value]) => `--${name}=${value}`) })).toMatchObject(expected);
    expect(await load({ environment: Object.fromEntries(variables) })).toMatchObject(expected);
    expect(await load({ yaml })).toMatchObject(expected);
  });

  test('flags win over the environment, that over the file', async () => {
    const environment = { SALLYPORT_WORKERS: '2', SALLYPORT_HOST: 'environment' };
    const yaml = 'workers: 3\nhost: file\naccount-id: "111111111111"';
    expect(await load({ args: ['--workers', '1'], environment, yaml })).toMatchObject({
      workers: 1,
      host: 'environment',
      accountId: '111111111111',
    });
  });

  test('the file may be named by the environment, and relative to the current directory', async () => {
    writeFileSync(file, 'workers: 9');
    expect((await load({ environment: { SALLYPORT_CONFIG: file } })).workers).toBe(9);
  });

  test('an empty variable, an empty value in the file and an empty file count as nothing', async () => {
    expect((await load({ environment: { SALLYPORT_WORKERS: '' }, yaml: 'workers:' })).workers).toBe(1);
    expect((await load({ yaml: '' })).workers).toBe(1);
    expect((await load({ yaml: '# nothing but a comment\n' })).workers).toBe(1);
  });

  test('a switch that the environment turns on can be turned off by a flag', async () => {
    const environment = { SALLYPORT_EPHEMERAL: 'true' };
    expect((await load({ args: ['--ephemeral=false'], environment })).ephemeral).toBe(false);
  });

  test('variables of others are not looked at', async () => {
    expect((await load({ environment: { SALLY: '1', sallyport_workers: '2' } })).workers).toBe(1);
  });
});

describe('what is wrong is named', () => {
  test('all of it at once, each where it was given and with what is allowed', async () => {
    const problems = await problemsOf({
      args: ['--control-prt', '1', '--workers', 'many', '--host'],
      environment: { SALLYPORT_COLOUR: 'red', SALLYPORT_GATEWAY_PORT: '65536' },
      yaml: 'log-levl: info\naccount-id: 12\nephemeral: yes',
    });
    // --host is followed by --config here, so it lacks its value.
    expect(problems).toEqual([
      'Unknown flag --control-prt; did you mean --control-port?',
      '--host needs a value: an IP address or a host name.',
      'Unknown environment variable SALLYPORT_COLOUR.',
      `Unknown setting "log-levl" in ${file}; did you mean log-level?`,
      '--workers is "many"; allowed is a whole number from 1 to 256.',
      'SALLYPORT_GATEWAY_PORT is "65536"; allowed is a whole number from 0 to 65535.',
      `account-id in ${file} is "12"; allowed is twelve digits.`,
      `ephemeral in ${file} is "yes"; allowed is true or false.`,
    ]);
  });

  test.each([
    [['start'], 'Unexpected argument "start"; settings begin with --.'],
    [['-p', '1'], 'Unknown flag -p.'],
    [['--workers', '1', '--workers=2'], '--workers is given twice.'],
    [['--workers='], '--workers is ""; allowed is a whole number from 1 to 256.'],
    [['--workers', '-1'], '--workers is "-1"; allowed is a whole number from 1 to 256.'],
    [['--workers', '1.5'], '--workers is "1.5"; allowed is a whole number from 1 to 256.'],
    [['--workers', '0x10'], '--workers is "0x10"; allowed is a whole number from 1 to 256.'],
    [['--workers', '0'], '--workers is "0"; allowed is a whole number from 1 to 256.'],
    [['--ephemeral=1'], '--ephemeral is "1"; allowed is true or false.'],
    [['--log-level', 'trace'], '--log-level is "trace"; allowed is one of error, warn, info, debug.'],
    [['--host', 'a b'], '--host is "a b"; allowed is an IP address or a host name.'],
    [['--drain-timeout', '1s'], '--drain-timeout is "1s"; allowed is a whole number of seconds from 0 to 3600.'],
    [['--control-port', '8080'], 'control-port and gateway-port are both 8080.'],
    [['--config', '/none.yaml'], 'The settings file /none.yaml cannot be read (ENOENT).'],
  ])('%j', async (args, expected) => {
    const problems = await problemsOf({ args });
    expect(problems[0]).toBe(expected);
  });

  test('two ports may both be any free one', async () => {
    expect(await load({ args: ['--control-port', '0', '--gateway-port', '0'] })).toMatchObject({ controlPort: 0 });
  });

  test.each([
    ['- workers', 'must map names to values, such as "control-port: 4566".'],
    ['workers: {a: 1}', `workers in FILE must be a single value; allowed is a whole number from 1 to 256.`],
    ['workers: [1]', `workers in FILE must be a single value; allowed is a whole number from 1 to 256.`],
    ['host: a\nworkers: 1\nworkers: 2', 'is not valid YAML at line 3 (duplicated mapping key).'],
    ['host: "a', 'is not valid YAML at line 1 (unexpected end of the stream within a double quoted scalar).'],
    ['host: a\n---\nhost: b', 'must hold one YAML document.'],
    ['config: other.yaml', 'config may not stand in FILE; give it as SALLYPORT_CONFIG.'],
  ])('a file that holds %j', async (yaml, expected) => {
    expect((await problemsOf({ yaml }))[0]).toContain(expected.replace('FILE', file));
  });
});

describe('service endpoints', () => {
  const expected = { s3: 'http://127.0.0.1:9000', '*': 'https://substitute.example:4566/base' };
  test.each([
    'service-endpoints: s3=http://127.0.0.1:9000, *=https://substitute.example:4566/base',
    'services.s3.endpoint: http://127.0.0.1:9000\nservices.*.endpoint: https://substitute.example:4566/base',
    'services:\n  s3:\n    endpoint: http://127.0.0.1:9000\n  "*":\n    endpoint: https://substitute.example:4566/base',
  ])('may stand in the file as %j', async (yaml) => {
    expect((await load({ yaml })).serviceEndpoints).toEqual(expected);
  });

  test.each([
    's3',
    's3=',
    's3=ftp://x',
    's3=http://user:secret@x',
    's3=http://x?y',
    'S3=http://x',
    's3=http://[x',
    ',',
  ])('are not %j', async (text) => {
    expect((await problemsOf({ args: ['--service-endpoints', text] })).join()).toContain('--service-endpoints is');
  });

  test('of a service have nothing but an endpoint', async () => {
    expect((await problemsOf({ yaml: 'services:\n  s3:\n    region: x' })).join()).toContain('services.s3.region');
  });

  test('go without credentials, which go together and are not shown', async () => {
    const environment = { SALLYPORT_AWS_ACCESS_KEY_ID: 'own' };
    expect((await problemsOf({ environment })).join()).toContain('SALLYPORT_AWS_SECRET_ACCESS_KEY');
    const settings = await load({ environment: { ...environment, SALLYPORT_AWS_SECRET_ACCESS_KEY: 'very-secret' } });
    expect(inspect(settings) + JSON.stringify(settings)).not.toContain('very-secret');
  });
});

describe('root credentials', () => {
  const id = 'AKIAIOSFODNN7EXAMPLE';
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

  test('come from the environment, and the secret shows itself only when asked', async () => {
    const settings = await load({
      environment: { SALLYPORT_ROOT_ACCESS_KEY_ID: id, SALLYPORT_ROOT_SECRET_ACCESS_KEY: secret },
    });
    expect(settings.rootAccessKeyId).toBe(id);
    expect(settings.rootSecretAccessKey?.reveal()).toBe(secret);
    for (const shown of [JSON.stringify(settings), inspect(settings), `${settings.rootSecretAccessKey}`]) {
      expect(shown).not.toContain('wJalr');
    }
  });

  test('one without the other is refused by name', async () => {
    expect(await problemsOf({ environment: { SALLYPORT_ROOT_ACCESS_KEY_ID: id } })).toEqual([
      'SALLYPORT_ROOT_ACCESS_KEY_ID is given without SALLYPORT_ROOT_SECRET_ACCESS_KEY; give both or none.',
    ]);
    expect(await problemsOf({ environment: { SALLYPORT_ROOT_SECRET_ACCESS_KEY: secret } })).toEqual([
      'SALLYPORT_ROOT_SECRET_ACCESS_KEY is given without SALLYPORT_ROOT_ACCESS_KEY_ID; give both or none.',
    ]);
  });

  test('a wrong secret is refused without being printed', async () => {
    const environment = {
      SALLYPORT_ROOT_ACCESS_KEY_ID: id,
      SALLYPORT_ROOT_SECRET_ACCESS_KEY: 'hunter2 with a space',
    };
    const problems = await problemsOf({ environment });
    expect(problems).toEqual([
      'SALLYPORT_ROOT_SECRET_ACCESS_KEY is not allowed; allowed is 4 to 128 printable ASCII characters without spaces.',
    ]);
  });

  test('may stand neither on a command line nor in a file', async () => {
    expect(await problemsOf({ args: [`--root-secret-access-key=${secret}`] })).toEqual([
      '--root-secret-access-key is no flag: it is taken from the environment variable SALLYPORT_ROOT_SECRET_ACCESS_KEY only.',
    ]);
    expect(await problemsOf({ yaml: `root-secret-access-key: ${secret}` })).toEqual([
      `root-secret-access-key may not stand in ${file}; give it as SALLYPORT_ROOT_SECRET_ACCESS_KEY.`,
    ]);
  });
});

describe('the targets of VPC links', () => {
  const expected = { shop: ['http://10.0.0.1:80', 'http://10.0.0.2:80'], 'arn:aws:x:y/net/n/1': ['https://h'] };

  test('are given as one text, or as a map in the file', async () => {
    const text = 'shop=http://10.0.0.1:80, http://10.0.0.2:80; arn:aws:x:y/net/n/1=https://h';
    expect((await load({ args: ['--vpc-links', text] })).vpcLinks).toEqual(expected);
    const yaml = `vpc-links:\n  shop:\n    - http://10.0.0.1:80\n    - http://10.0.0.2:80\n  arn:aws:x:y/net/n/1: https://h\n`;
    expect((await load({ yaml })).vpcLinks).toEqual(expected);
  });

  test.each(['shop', 'shop=', '=http://h', 'shop=h:80', 'shop=http://h/path', 'shop=ftp://h', 'shop=http://u@h'])(
    'are not %s',
    async (text) => {
      expect((await problemsOf({ args: ['--vpc-links', text] })).join()).toContain('vpc-links');
    },
  );
});

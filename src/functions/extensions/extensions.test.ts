import { existsSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../testing/harness.ts';

// Extensions that were written against the Lambda guide ("Lambda Extensions API", "Telemetry API"), not against us.
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ initTimeoutMs: 5_000 });
});
afterAll(() => harness.close());

const HANDLER = 'exports.handler = async (event) => { console.log("handled", event.call); return event; };';

/** A function with one layer that has these extensions. */
async function deploy(extensions: Readonly<Record<string, string>>, source = HANDLER, timeoutMs = 3_000) {
  const files = Object.entries(extensions).map(([name, text]) => [`extensions/${name}`, text]);
  const layer = await harness.deploy(Object.fromEntries(files));
  return harness.deploy({ 'index.js': source }, { layerDirectories: [layer.codeDirectory], timeoutMs });
}

/** An extension in Node.js, with `register(events)`, `next()` and `say(text)`. */
const nodeExtension = (body: string) => `#!${process.execPath}
const { basename } = require('node:path');
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API;
const say = (...words) => console.log('[ext]', ...words);
let id;
const register = async (events, more = {}) => {
  const response = await fetch(api + '/2020-01-01/extension/register', {
    method: 'POST',
    headers: { 'Lambda-Extension-Name': basename(__filename), ...more },
    body: JSON.stringify({ events }),
  });
  id = response.headers.get('lambda-extension-identifier');
  return response;
};
const next = async () => {
  const response = await fetch(api + '/2020-01-01/extension/event/next', { headers: { 'Lambda-Extension-Identifier': id } });
  return response.json();
};
const report = (path, type) => fetch(api + '/2020-01-01/extension/' + path, {
  method: 'POST',
  headers: { 'Lambda-Extension-Identifier': id, ...(type && { 'Lambda-Extension-Function-Error-Type': type }) },
});
(async () => { ${body} })();
`;
const linesWith = (text: string) => harness.lines.filter((line) => line.includes(text));

describe('an external extension', () => {
  test('is started before the runtime, hears of invocations, and of the end', { timeout: 20_000 }, async () => {
    const version = await deploy({
      'seen-all': nodeExtension(`
        const response = await register(['INVOKE', 'SHUTDOWN'], { 'Lambda-Extension-Accept-Feature': 'accountId' });
        say('registered', JSON.stringify(await response.json()), process.env._HANDLER ?? 'no handler', process.env.SETTING);
        for (;;) {
          const event = await next();
          say(JSON.stringify(event));
          if (event.eventType === 'SHUTDOWN') process.exit(0);
        }`),
    });
    const version2 = { ...version, environment: { SETTING: 'mine' } };
    const { arn, functionName } = version2;
    const request = { requestId: 'first', traceId: 'Root=1-a-b' };
    expect((await harness.invoke(version2, { call: 1 }, request)).json).toEqual({ call: 1 });
    await harness.invoke(version2, { call: 2 });
    harness.runtime.retire(arn);
    await expect.poll(() => linesWith('SHUTDOWN"'), { timeout: 5_000 }).toHaveLength(1);

    const info = { functionName, functionVersion: '$LATEST', handler: 'index.handler', accountId: '000000000000' };
    expect(linesWith('[ext] registered')).toEqual([`first [ext] registered ${JSON.stringify(info)} no handler mine`]);
    const [invoked = '', ...others] = linesWith('"INVOKE"');
    expect(JSON.parse(invoked.replace('first [ext] ', ''))).toEqual({
      eventType: 'INVOKE',
      deadlineMs: expect.any(Number),
      requestId: 'first',
      invokedFunctionArn: arn,
      tracing: { type: 'X-Amzn-Trace-Id', value: 'Root=1-a-b' },
    });
    expect(others).toHaveLength(1);
    expect(linesWith('SHUTDOWN"')[0]).toMatch(/"deadlineMs":\d+,"shutdownReason":"spindown"/);
    expect(linesWith('EXTENSION')).toEqual([
      'first EXTENSION\tName: seen-all\tState: Ready\tEvents: [INVOKE,SHUTDOWN]',
    ]);
  });

  test('keeps an instance busy until it asks for its next event, and not its caller waiting', async () => {
    const version = await deploy({
      slow: nodeExtension(`
        await register(['INVOKE']);
        for (;;) {
          await next();
          await new Promise((done) => setTimeout(done, 500));
        }`),
    });
    const pid = 'exports.handler = async () => process.pid;';
    const own = await harness.deploy({ 'index.js': pid }, { layerDirectories: version.layerDirectories ?? [] });
    const first = (await harness.invoke(own)).json;
    const began = performance.now();
    // The instance is not free, so this one has another.
    expect((await harness.invoke(own)).json).not.toBe(first);
    expect(performance.now() - began).toBeLessThan(3_000);
    await new Promise((done) => setTimeout(done, 700));
    const third = (await harness.invoke(own)).json;
    expect(typeof third).toBe('number');
  });

  test.skipIf(!existsSync('/usr/bin/curl'))('may be a shell script', async () => {
    const version = await deploy({
      'bash-extension': `#!/bin/sh
set -eu
API="http://$AWS_LAMBDA_RUNTIME_API/2020-01-01/extension"
HEADERS="$(mktemp)"
curl -sS -D "$HEADERS" -o /dev/null -X POST "$API/register" -H "Lambda-Extension-Name: $(basename "$0")" -d '{"events": ["INVOKE"]}'
ID=$(grep -Fi Lambda-Extension-Identifier "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
while true; do
  echo "shell heard $(curl -sS "$API/event/next" -H "Lambda-Extension-Identifier: $ID" | cut -c1-21)"
done
`,
    });
    expect((await harness.invoke(version, { call: 7 })).json).toEqual({ call: 7 });
    await expect.poll(() => linesWith('shell heard {"eventType":"INVOKE"')).toHaveLength(1);
  });
});

describe('an extension that fails', () => {
  const errorOf = async (body: string, source = HANDLER, timeoutMs = 3_000) => {
    const version = await deploy({ broken: nodeExtension(body) }, source, timeoutMs);
    const { functionError, json } = await harness.invoke(version, {}, { requestId: 'id' });
    expect(functionError).toBe('Unhandled');
    return json;
  };

  // The types are those of AWS's open emulator, the texts those of users' reports.
  test.each([
    ['ends in its init phase', 'process.exit(3);', 'Extension.Crash', 'exit status 3'],
    ['ends well in its init phase', 'await register([]); process.exit(0);', 'Extension.Crash', 'exit code 0'],
    [
      'reports an error of its init phase',
      `await register(['INVOKE']); await report('init/error', 'Extension.NoKey');`,
      'Extension.InitError',
      'Extension.NoKey',
    ],
    [
      'ends while the function runs',
      `await register(['INVOKE']); await next(); await report('exit/error', 'Extension.Gone');`,
      'Extension.ExitError',
      'Extension.Gone',
    ],
  ])('%s', async (_what, body, errorType, message) => {
    const slow = 'exports.handler = () => new Promise((done) => setTimeout(done, 2000));';
    expect(await errorOf(body, slow)).toEqual({ errorType, errorMessage: `RequestId: id Error: ${message}` });
  });

  test('cannot be started', async () => {
    const version = await deploy({ broken: '#!/bin/sh' });
    for (const layer of version.layerDirectories ?? []) await chmod(join(layer, 'extensions', 'broken'), 0o644);
    const { json } = await harness.invoke(version, {}, { requestId: 'id' });
    expect(json).toEqual({
      errorType: 'Extension.LaunchError',
      errorMessage: 'RequestId: id Error: fork/exec /opt/extensions/broken: permission denied',
    });
  });

  test('does not hear of the end in time, and is ended', { timeout: 20_000 }, async () => {
    const version = await deploy({
      deaf: nodeExtension(`
        process.on('SIGTERM', () => undefined);
        await register(['SHUTDOWN']);
        say('pid', process.pid);
        await next();
        say('told');
        setInterval(() => undefined, 1000);`),
    });
    await harness.invoke(version);
    const pid = Number(/\[ext\] pid (\d+)/.exec(linesWith('[ext] pid').join('\n'))?.[1]);
    harness.runtime.retire(version.arn);
    await expect.poll(() => linesWith('[ext] told'), { timeout: 5_000 }).toHaveLength(1);
    expect(isAlive(pid)).toBe(true);
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
  });

  test('hears of the end when it asks for its next event, if it is busy when the function is ended', {
    timeout: 20_000,
  }, async () => {
    const version = await deploy(
      {
        busy: nodeExtension(`
        await register(['INVOKE', 'SHUTDOWN']);
        await next();
        await new Promise((done) => setTimeout(done, 900));
        say('late', (await next()).shutdownReason);
        process.exit(0);`),
      },
      'exports.handler = () => new Promise(() => setInterval(() => undefined, 1000));',
      300,
    );
    expect((await harness.invoke(version)).json.errorType).toBe('Sandbox.Timedout');
    await expect.poll(() => linesWith('[ext] late timeout'), { timeout: 5_000 }).toHaveLength(1);
  });

  test('is told of a function that did not answer in time', { timeout: 20_000 }, async () => {
    const version = await deploy(
      {
        witness: nodeExtension(`
        await register(['SHUTDOWN']);
        say('why', (await next()).shutdownReason);
        process.exit(0);`),
      },
      'exports.handler = () => new Promise(() => setInterval(() => undefined, 1000));',
      500,
    );
    expect((await harness.invoke(version)).json.errorType).toBe('Sandbox.Timedout');
    await expect.poll(() => linesWith('[ext] why timeout'), { timeout: 5_000 }).toHaveLength(1);
  });
});

test('an internal extension is a part of the runtime, and hears of invocations alone', {
  timeout: 20_000,
}, async () => {
  const source = `
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2020-01-01/extension/';
const register = async (name, events) => {
  const response = await fetch(api + 'register', { method: 'POST', headers: { 'Lambda-Extension-Name': name }, body: JSON.stringify({ events }) });
  return [response.status, response.headers.get('lambda-extension-identifier'), await response.json()];
};
const [status, id] = await register('inside', ['INVOKE']);
const refused = await register('other', ['SHUTDOWN']);
void (async () => {
  for (;;) {
    const event = await (await fetch(api + 'event/next', { headers: { 'Lambda-Extension-Identifier': id } })).json();
    console.log('inside heard', event.eventType);
  }
})();
export const handler = async () => ({ begun: [status, refused], late: (await register('late', ['INVOKE']))[2] });
`;
  const version = await harness.deploy({ 'index.mjs': source });
  const { json } = await harness.invoke(version);
  await expect.poll(() => linesWith('inside heard INVOKE')).toHaveLength(1);
  // The texts are those of AWS's open emulator (aws-lambda-runtime-interface-emulator).
  expect(json).toMatchObject({
    begun: [200, [403, null, { errorType: 'Extension.InvalidEventType' }]],
    late: { errorType: 'Extension.RegistrationClosed', errorMessage: 'Extension registration closed already' },
  });
});

describe('garbage on the Extensions API is refused, and harms nothing', () => {
  test('no name, no JSON, no identifier, one that nobody has, a second registration', async () => {
    const version = await deploy({
      'garbage-sender': nodeExtension(`
      const url = api + '/2020-01-01/extension/';
      const ask = async (path, headers, body, method = 'POST') => {
        const response = await fetch(url + path, { method, headers, ...(method === 'POST' && { body }) });
        return [response.status, (await response.text()).match(/"errorType":"([^"]*)"/)?.[1]];
      };
      const name = { 'Lambda-Extension-Name': 'garbage-sender' };
      const unknown = '00000000-0000-4000-8000-000000000000';
      const seen = [
        await ask('register', {}, '{}'),
        await ask('register', name, '{"events":'),
        await ask('register', name, '{"events":["DANCE"]}'),
        await ask('register', name, JSON.stringify({ events: [], padding: 'x'.repeat(70000) })),
        await ask('event/next', {}, undefined, 'GET'),
        await ask('event/next', { 'Lambda-Extension-Identifier': 'me' }, undefined, 'GET'),
        await ask('event/next', { 'Lambda-Extension-Identifier': unknown }, undefined, 'GET'),
        await ask('event/next', {}, '{}'),
        [(await register([])).status],
        await ask('register', name, '{}'),
        [(await report('init/error')).status],
      ];
      say('garbage', JSON.stringify(seen));
      await next();`),
    });
    expect((await harness.invoke(version, { call: 1 })).json).toEqual({ call: 1 });
    const [line = ''] = linesWith('[ext] garbage');
    // The types are those of AWS's open emulator (aws-lambda-runtime-interface-emulator).
    expect(JSON.parse(line.slice(line.indexOf('[[')))).toEqual([
      [403, 'Extension.InvalidExtensionName'],
      [403, 'InvalidRequestFormat'],
      [403, 'Extension.InvalidEventType'],
      [413, null],
      [403, 'Extension.MissingExtensionIdentifier'],
      [403, 'Extension.InvalidExtensionIdentifier'],
      [403, 'Extension.UnknownExtensionIdentifier'],
      [405, null],
      [200],
      [403, 'Extension.InvalidExtensionState'],
      [403],
    ]);
  });
});

test('telemetry: what the platform, the function and the extension say, in batches', { timeout: 20_000 }, async () => {
  const version = await deploy({
    collector: nodeExtension(`
      const server = require('node:http').createServer((request, response) => {
        let text = '';
        request.on('data', (piece) => { text += piece; });
        request.on('end', () => {
          require('node:fs').appendFileSync(process.env.OUT, text + '\\n');
          response.end();
        });
      });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      await register(['INVOKE', 'SHUTDOWN']);
      const subscribe = (URI, more = {}) => fetch(api + '/2022-07-01/telemetry', {
        method: 'PUT',
        headers: { 'Lambda-Extension-Identifier': id },
        body: JSON.stringify({
          schemaVersion: '2022-12-13', types: ['platform', 'function', 'extension'],
          buffering: { maxItems: 1000, maxBytes: 262144, timeoutMs: 25 }, destination: { protocol: 'HTTP', URI }, ...more,
        }),
      });
      const port = server.address().port;
      const statuses = [
        (await subscribe('http://example.com:80')).status,
        (await subscribe('http://sandbox.localdomain:' + port, { types: [] })).status,
        (await subscribe('http://sandbox.localdomain:' + port)).status,
      ];
      say('subscribed', statuses.join());
      for (;;) if ((await next()).eventType === 'SHUTDOWN') break;
      await new Promise((done) => setTimeout(done, 200));
      process.exit(0);`),
  });
  const out = `${version.codeDirectory}/telemetry`;
  const own = { ...version, environment: { OUT: out } };
  await harness.invoke(own, { call: 1 }, { requestId: 'told', traceId: 'Root=1-a-b' });
  expect(linesWith('[ext] subscribed')[0]).toMatch(/400,400,200$/);
  const events = async (): Promise<{ type: string; record: unknown }[]> =>
    (await readFile(out, 'utf8').catch(() => ''))
      .split('\n')
      .filter(Boolean)
      .flatMap((text) => JSON.parse(text));
  await expect
    .poll(async () => (await events()).map(({ type }) => type), { timeout: 5_000 })
    .toContain('platform.report');
  const all = await events();
  const recordOf = (type: string) => all.find((event) => event.type === type)?.record;
  expect(all.map(({ type }) => type)).toEqual([
    'platform.initStart',
    'platform.telemetrySubscription',
    'extension',
    'platform.extension',
    'platform.initRuntimeDone',
    'platform.initReport',
    'platform.start',
    'function',
    'platform.runtimeDone',
    'platform.report',
  ]);
  // Lambda guide, "Lambda Telemetry API Event schema reference".
  expect(recordOf('platform.initStart')).toMatchObject({ initializationType: 'on-demand', phase: 'init' });
  expect(recordOf('platform.telemetrySubscription')).toEqual({
    name: 'collector',
    state: 'Subscribed',
    types: ['platform', 'function', 'extension'],
  });
  expect(recordOf('platform.extension')).toEqual({ name: 'collector', state: 'Ready', events: ['INVOKE', 'SHUTDOWN'] });
  expect(recordOf('platform.start')).toEqual({
    requestId: 'told',
    version: '$LATEST',
    tracing: { type: 'X-Amzn-Trace-Id', value: 'Root=1-a-b' },
  });
  expect(recordOf('function')).toMatch(/\tINFO\thandled 1$/);
  expect(recordOf('platform.runtimeDone')).toEqual({
    requestId: 'told',
    status: 'success',
    metrics: { durationMs: expect.any(Number), producedBytes: '{"call":1}'.length },
  });
  expect(recordOf('platform.report')).toMatchObject({
    requestId: 'told',
    status: 'success',
    metrics: { billedDurationMs: expect.any(Number), initDurationMs: expect.any(Number), memorySizeMB: 128 },
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

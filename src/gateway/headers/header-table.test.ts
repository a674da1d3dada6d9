import { describe, expect, it } from 'vitest';
import type { Integration } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, returning } from '../testing/functions.ts';
import { startGateway } from '../testing/harness.ts';
import { exchangeRaw, startRawBackend } from '../testing/raw-exchange.ts';
import { integration } from '../testing/snapshots.ts';

const keep = closing();

type Fate = 'pass' | 'drop' | 'remap';
type Row = readonly [name: string, http: Fate, httpProxy: Fate, lambda: Fate];

/**
 * Guide, "Important notes": what becomes of headers between client and integration, row by row (fact D31). `Connection` is
 * dropped although the table passes it (RFC 9110 section 7.6.1), `Content-Length`, `Host` and `Transfer-Encoding` are written
 * anew, and `Expect` is answered.
 */
const REQUESTS: readonly Row[] = [
  ...['Age', 'Pragma', 'Range', 'Referer', 'Warn', 'Accept-Charset', 'Accept-Encoding', 'Accept', 'Authorization'].map(
    (name): Row => [name, 'pass', 'pass', 'pass'],
  ),
  ['Content-Type', 'pass', 'pass', 'pass'],
  ['Date', 'pass', 'pass', 'pass'],
  ['User-Agent', 'pass', 'pass', 'pass'],
  ...['Content-MD5', 'Max-Forwards', 'Proxy-Authenticate', 'Server', 'TE', 'Trailer', 'WWW-Authenticate'].map(
    (name): Row => [name, 'drop', 'drop', 'drop'],
  ),
  ['Via', 'drop', 'drop', 'pass'],
];

/** The same on the way back, with what was recorded for non-proxy integrations (fact D32). */
const RESPONSES: readonly Row[] = [
  ...['Age', 'Pragma', 'Range', 'Referer', 'Warn', 'Accept-Charset', 'Accept-Encoding'].map(
    (name): Row => [name, 'pass', 'pass', 'pass'],
  ),
  ...['Authorization', 'Content-MD5', 'Date', 'Max-Forwards', 'Server', 'User-Agent', 'WWW-Authenticate'].map(
    (name): Row => [name, 'remap', 'remap', 'remap'],
  ),
  ['Accept', 'pass', 'pass', 'pass'],
  ...['Expect', 'Proxy-Authenticate', 'Trailer', 'Upgrade'].map((name): Row => [name, 'remap', 'drop', 'drop']),
  ['Host', 'remap', 'drop', 'drop'],
  ['TE', 'drop', 'drop', 'drop'],
  ['Via', 'pass', 'drop', 'drop'],
];

async function start(change: Partial<Integration>) {
  const backend = await keep(startRawBackend());
  const methodIntegration = integration({
    httpMethod: 'POST',
    uri: `http://127.0.0.1:${backend.port}/`,
    integrationResponses: { 200: { statusCode: '200' } },
    ...change,
  });
  const users = returning({ statusCode: 200, headers: responseHeaders() });
  const methodResponses = { 200: { statusCode: '200' } };
  const gateway = await keep(
    startGateway({ methods: { '/x': { POST: { methodResponses, methodIntegration } } } }, users),
  );
  return { backend, users, port: gateway.port };
}

const LAMBDA: Partial<Integration> = {
  type: 'AWS_PROXY',
  uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations',
};

/** Every name of a table with a value of its own. */
const sent = (name: string): string => `value of ${name}`;
const responseHeaders = () => Object.fromEntries(RESPONSES.map(([name]) => [name, sent(name)]));

function post(port: number): Promise<string> {
  const fields = REQUESTS.map(([name]) => `${name}: ${sent(name)}\r\n`).join('');
  const line = 'POST /restapis/api1234567/dev/_user_request_/x HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0\r\n';
  return exchangeRaw(port, { head: `${line}${fields}\r\n`, body: Buffer.alloc(0), apart: false });
}

const passed = (message: string | undefined, name: string): boolean =>
  new RegExp(`^${name}: ${sent(name)}\r$`, 'im').test(message ?? '');

describe('the table of headers towards the integration (fact D31)', () => {
  it('holds for HTTP_PROXY', async () => {
    const { backend, port } = await start({ type: 'HTTP_PROXY' });
    await post(port);
    for (const [name, , fate] of REQUESTS)
      expect([name, passed(backend.received[0], name)]).toEqual([name, fate === 'pass']);
  });

  it('holds for HTTP, for headers that are mapped', async () => {
    const requestParameters = Object.fromEntries(
      REQUESTS.map(([name]) => [`integration.request.header.${name}`, `method.request.header.${name}`]),
    );
    const { backend, port } = await start({ type: 'HTTP', requestParameters });
    await post(port);
    for (const [name, fate] of REQUESTS)
      expect([name, passed(backend.received[0], name)]).toEqual([name, fate === 'pass']);
  });

  it('holds for Lambda (fact D13)', async () => {
    const { users, port } = await start(LAMBDA);
    await post(port);
    const { headers } = eventOf(users.calls[0]) as { headers: Record<string, string> };
    for (const [name, , , fate] of REQUESTS)
      expect([name, headers[name] === sent(name)]).toEqual([name, fate === 'pass']);
  });
});

describe('the table of headers towards the client (facts D31, D32)', () => {
  const check = (answer: string, column: 1 | 2 | 3): void => {
    for (const row of RESPONSES) {
      const [name] = row;
      const fate = passed(answer, name)
        ? 'pass'
        : passed(answer.replace(/^x-amzn-Remapped-/gm, ''), name)
          ? 'remap'
          : 'drop';
      expect([name, fate]).toEqual([name, row[column]]);
    }
  };
  const fields = RESPONSES.map(([name]) => `${name}: ${sent(name)}\r\n`).join('');
  const reply = { head: `HTTP/1.1 200 OK\r\nContent-Length: 0\r\n${fields}\r\n`, body: Buffer.alloc(0), apart: false };

  it('holds for HTTP_PROXY', async () => {
    const { backend, port } = await start({ type: 'HTTP_PROXY' });
    backend.reply = reply;
    check(await post(port), 2);
  });

  it('holds for HTTP, for headers that are mapped', async () => {
    const responseParameters = Object.fromEntries(
      RESPONSES.map(([name]) => [`method.response.header.${name}`, `integration.response.header.${name}`]),
    );
    const integrationResponses = { 200: { statusCode: '200', responseParameters } };
    const { backend, port } = await start({ type: 'HTTP', integrationResponses });
    backend.reply = reply;
    check(await post(port), 1);
  });

  it('holds for Lambda', async () => {
    const { port } = await start(LAMBDA);
    check(await post(port), 3);
  });
});

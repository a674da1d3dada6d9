import { expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { startBackend } from '../testing/harness.ts';
import { startHttpGateway } from '../testing/http-gateway.ts';
import { TestLogSink } from '../testing/log-sink.ts';

// Guide page http-api-logging-variables; telemetry E.2 (column H and the console's preset).
const keep = closing();
const DestinationArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:http/access';

async function start(Format: string, stage: object = {}) {
  const sink = new TestLogSink();
  const backend = await keep(startBackend(({ url }) => ({ body: url })));
  const routes = {
    'GET /pets/{id}': { IntegrationType: 'HTTP_PROXY', IntegrationUri: `${backend.url}/p` },
    'GET /gone': { IntegrationType: 'HTTP_PROXY', IntegrationUri: 'http://127.0.0.1:1/' },
  } as const;
  const changed = { routes, stage: { AccessLogSettings: { Format, DestinationArn }, ...stage } };
  const gateway = await keep(startHttpGateway(changed, undefined, { logs: () => sink }));
  return { ...gateway, lines: (count: number) => sink.messages('http/access', count), sink };
}

it('tells each request in the format of the stage, in the group, region and account of its ARN', async () => {
  const clf =
    '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.routeKey $context.protocol" $context.status $context.responseLength $context.requestId';
  const { get, lines, sink } = await start(clf);
  const answer = await get('/pets/7');
  const [line = ''] = await lines(1);
  expect(line).toMatch(
    /^127\.0\.0\.1 - - \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000\] "GET GET \/pets\/\{id\} HTTP\/1\.1" 200 2 /,
  );
  expect(line.endsWith(` ${answer.headers['apigw-requestid']}`)).toBe(true);
  expect(sink.events[0]?.scope).toEqual({ accountId: '123456789012', region: 'eu-west-1' });
});

it('tells failures in the words of HTTP APIs, and of the integration more than the client is told', async () => {
  const format =
    '{"route":"$context.routeKey","status":$context.status,"error":"$context.error.message","type":"$context.error.responseType","why":"$context.integrationErrorMessage","path":"$context.path"}';
  const { get, lines } = await start(format);
  await get('/none');
  await get('/gone');
  const [none, gone] = (await lines(2)).map((line) => JSON.parse(line));
  expect(none).toMatchObject({ route: '-', status: 404, error: 'Not Found', why: '-', path: '/none' });
  expect(gone).toMatchObject({ route: 'GET /gone', status: 503, error: 'Service Unavailable' });
  expect(gone.why).not.toBe('-');
});

it('has a dash for variables of REST APIs, and for what is not there', async () => {
  const { get, lines } = await start(
    '$context.requestId $context.resourcePath $context.authorizer.none $context.stage',
  );
  await get('/pets/7');
  expect((await lines(1))[0]).toMatch(/^[\w-]+=? - - \$default$/);
});

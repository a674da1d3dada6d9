import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients } from '../support/client-program.ts';
import { until } from '../support/processes.ts';
import { type Prometheus, startPrometheus } from '../support/prometheus.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, invocationUri, known, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { createZip } from '../support/zip.ts';

// `/metrics`, and the dashboard that reads it, held against a real Prometheus.

const REQUESTS = 20;

interface Dashboard {
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: unknown }[] };
  readonly panels: readonly { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }[];
}

const dashboard: Dashboard = JSON.parse(readFileSync('grafana/sallyport.json', 'utf8'));
const queries = dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));

let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let prometheus: Prometheus | undefined;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    response.statusCode = Number(/status=(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
    response.end('served');
  });
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  const client = sdk(server.controlUrl);
  const pets = await deployProxy(client, 'pets', upstream.url, 'dev');
  const made = await client.functions.createFunction({
    FunctionName: 'greet',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/greet',
    Code: { ZipFile: createZip({ 'index.mjs': 'export const handler = async () => ({ statusCode: 200 });' }) },
  });
  await client.functions.addPermission({
    FunctionName: 'greet',
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const lambdaProxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
  const greet = await deployProxy(client, 'greet', invocationUri(known(made.FunctionArn)), 'dev', lambdaProxy);
  const call = async (api: string, path: string) =>
    (await fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/${path}`)).arrayBuffer();
  for (let n = 0; n < REQUESTS; n++) await call(pets, n % 4 === 0 ? 'pets?status=429' : 'pets');
  for (let n = 0; n < 3; n++) await call(greet, 'greet');
  await until('workers have reported', async () =>
    (await page()).includes(
      'function_name="greet",function_arn="arn:aws:lambda:us-east-1:000000000000:function:greet"',
    ),
  );
  if (clients.prometheus) prometheus = await startPrometheus(new URL(server.controlUrl).host);
});
afterAll(async () => {
  await prometheus?.stop();
  await server.stop();
  await upstream.stop();
});

async function page(accept = 'text/plain'): Promise<string> {
  return (await fetch(`${server.controlUrl}/metrics`, { headers: { Accept: accept } })).text();
}

test('whoever asks for OpenMetrics gets it, to its end; others get the text format', async () => {
  const open = await fetch(`${server.controlUrl}/metrics`, { headers: { Accept: 'application/openmetrics-text' } });
  expect(open.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const text = await open.text();
  expect(text).toContain('# TYPE sallyport_apigateway_count counter\n');
  expect(text.endsWith('# EOF\n')).toBe(true);
  const plain = await fetch(`${server.controlUrl}/metrics`);
  expect(plain.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await plain.text()).not.toContain('# EOF');
});

describe('the dashboard for Grafana', () => {
  test('is one that Grafana reads, with API and stage to choose', () => {
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(41);
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'api', 'stage']);
  });

  test('asks for no metric that is not on /metrics', async () => {
    const names = new Set((await page()).split('\n').map((line) => /^[a-z0-9_]+/.exec(line)?.[0]));
    const asked = JSON.stringify([queries, dashboard.templating]).match(/\b(sallyport|process)_\w+/g) ?? [];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe.skipIf(!clients.prometheus)('Prometheus (needs prometheus)', () => {
  const ask = (expression: string) => (prometheus as Prometheus).query(expression);

  test('scrapes, and answers what clients were answered', async () => {
    await until(
      'a scrape with all requests',
      async () => (await ask('sum(sallyport_apigateway_count_total)'))[0] === REQUESTS + 3,
    );
    expect(await ask('up{job="sallyport"}')).toEqual([1]);
    expect(await ask('sum(sallyport_apigateway_count_total{api_name="pets",stage="dev"})')).toEqual([REQUESTS]);
    expect(await ask('sum(sallyport_apigateway_429error_total{api_name="pets"})')).toEqual([REQUESTS / 4]);
    expect(await ask('sallyport_apigateway_latency_seconds_bucket{api_name="pets",le="+Inf"}')).toEqual([REQUESTS]);
    expect(await ask('sallyport_lambda_invocations_total{function_name="greet"}')).toEqual([3]);
    expect(await ask('sallyport_workers')).toEqual([2]);
    const [p99] = await ask('histogram_quantile(0.99, sallyport_apigateway_latency_seconds_bucket{api_name="pets"})');
    expect(p99).toBeGreaterThan(0);
  });

  test.each(queries)('takes the query of $title: $expr', async ({ expr }) => {
    const expression = expr.replaceAll(/\$(api|stage)\b/g, '.*').replaceAll('$__rate_interval', '1m');
    await until('there are two scrapes', async () => ((await ask('count_over_time(up[1m])'))[0] ?? 0) >= 2);
    expect((await ask(expression)).length).toBeGreaterThan(0);
  });
});

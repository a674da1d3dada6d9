import { photos } from '../src/vtl/testing/guide/photos.ts';
import { temporaryFolder } from '../test/support/sallyport.ts';
import { createApi, type Sdk } from '../test/support/sdk.ts';
import { NGINX, startBackend } from './proxy/nginx.ts';
import { startDeployed } from './proxy/sallyport.ts';
import type { Running } from './proxy/subject.ts';
import { treeUsage } from './support/process-tree.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { runWrk, type WrkReport, wrkInstalled } from './support/wrk.ts';

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 3;
const CONNECTIONS = 64;
const PAYLOAD_BYTES = 10_240;

type IntegrationInput = Partial<Parameters<Sdk['apis']['putIntegration']>[0]>;

/** What a request passes through. */
interface Way {
  readonly name: string;
  readonly does: string;
  start(folder: string, upstreamPort: number): Promise<Running | undefined>;
}

/** The guide's photos, as many as 10 KB hold, and its template for them. */
const BODY = payloadOf(PAYLOAD_BYTES);
const TEMPLATE = photos.mappings[0]?.template ?? '';

const WAYS: readonly Way[] = [
  {
    name: 'nginx',
    does: 'passes the body on, access log',
    start: (folder, upstreamPort) => NGINX.start({ folder, upstreamPort }),
  },
  deployed('Sallyport, HTTP_PROXY', 'passes the body on, metrics, access log', { type: 'HTTP_PROXY' }),
  deployed('Sallyport, HTTP', 'the same, without a template', { type: 'HTTP' }),
  deployed('Sallyport, template', 'the body through the guide’s template for photos', {
    type: 'HTTP',
    requestTemplates: { 'application/json': TEMPLATE },
  }),
];

/** CPU that a POST of 10 KB of JSON costs on its way through a mapping template, beside bodies that pass unchanged. */
export default async function mapping(): Promise<void> {
  const folder = await temporaryFolder();
  const backend = await startBackend({ folder: folder.path });
  if (backend === undefined || !wrkInstalled()) {
    console.error('This benchmark needs nginx and wrk: apt-get install nginx wrk');
    process.exitCode = 1;
    return;
  }
  const running = new Map<Way, Running>();
  for (const way of WAYS) {
    const started = await way.start(folder.path, backend.port);
    if (started !== undefined) running.set(way, started);
  }
  const rounds = new Map([...running.keys()].map((way): [Way, Measured[]] => [way, []]));
  for (const started of running.values()) await load(started, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++)
    for (const [way, started] of running) rounds.get(way)?.push(await load(started, SECONDS));
  for (const started of running.values()) await started.stop();
  await backend.stop();
  await folder.remove();
  await report(rounds);
}

interface Measured extends WrkReport {
  readonly cpuUs: number;
}

async function load(running: Running, seconds: number): Promise<Measured> {
  const before = treeUsage(running.pid).cpuMs;
  const script = `wrk.method = "POST"; wrk.headers["Content-Type"] = "application/json"; wrk.body = [==[${BODY}]==]`;
  const url = running.url ?? `http://127.0.0.1:${running.port}/photos`;
  const measured = await runWrk({ url, connections: CONNECTIONS, seconds, script });
  return { ...measured, cpuUs: ((treeUsage(running.pid).cpuMs - before) * 1000) / measured.requests };
}

async function report(rounds: ReadonlyMap<Way, readonly Measured[]>): Promise<void> {
  const rows = [...rounds].map(([way, measured]) => [
    way.name,
    way.does,
    spread(
      measured.map(({ cpuUs }) => cpuUs),
      'us',
    ),
    `${median(measured.map(({ perSecond }) => perSecond)).toFixed(0)}/s`,
    ...(['p50Ms', 'p99Ms'] as const).map((name) => `${median(measured.map((one) => one[name])).toFixed(2)} ms`),
    String(measured.reduce((failed, one) => failed + one.failed, 0)),
  ]);
  await publish('mapping', {
    title: `A POST of ${BODY.length} bytes of JSON through a mapping template`,
    head: ['way', 'does', 'CPU a request', 'requests', 'p50', 'p99', 'failed'],
    rows,
    notes: [
      `Median (least to most) of ${ROUNDS} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} kept-alive connections, answered with 84 bytes of JSON.`,
      'CPU is the kernel’s own account of the processes, user and system; one core for them, the other for wrk and backend.',
    ],
  });
}

function deployed(name: string, does: string, integration: IntegrationInput): Way {
  return {
    name,
    does,
    start: (folder, upstreamPort) =>
      startDeployed({ folder, upstreamPort }, (client, backend) => deploy(client, backend, integration)),
  };
}

async function deploy(client: Sdk, backend: string, integration: IntegrationInput): Promise<{ path: string }> {
  const { restApiId, resourceId } = await createApi(client, 'photos');
  const method = { restApiId, resourceId, httpMethod: 'ANY' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putIntegration({
    ...method,
    type: 'HTTP',
    integrationHttpMethod: 'POST',
    uri: backend,
    ...integration,
  });
  await client.apis.putMethodResponse({ ...method, statusCode: '200' });
  if (integration.type === 'HTTP') await client.apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return { path: `/_aws/execute-api/${restApiId}/dev/photos` };
}

function payloadOf(bytes: number): string {
  const [photo] = (photos.payload as { photos: { photo: readonly unknown[] } }).photos.photo;
  const page = (count: number): string =>
    JSON.stringify({
      photos: {
        page: 1,
        pages: '1',
        perpage: count,
        total: String(count),
        photo: Array.from({ length: count }, () => photo),
      },
    });
  let count = 1;
  while (page(count + 1).length <= bytes) count++;
  return page(count);
}

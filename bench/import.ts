import { startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { type SignedClient, signedClient } from './support/signed-client.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 5;
const RESOURCES = 300;
const VERBS = ['get', 'post', 'put', 'delete'];
const APIS = 10_000;
const READS = 500;
const CONNECTIONS = 8;

/** The most that a step may take, in milliseconds. */
const BUDGET = { import: 2000, deploy: 500 };

/** A large API as a file: imported, deployed, imported again, exported; and one API among ten thousand. */
export default async function importing(): Promise<void> {
  const folder = await temporaryFolder();
  const sallyport = await startSallyport(['--data-dir', folder.path]);
  const call = signedClient(sallyport.controlUrl, CONNECTIONS);
  const times: Record<string, number[]> = { import: [], deploy: [], overwrite: [], export: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = await runRound(call);
    // The first round warms up.
    if (round > 0) for (const [step, ms] of Object.entries(measured)) times[step]?.push(ms);
  }
  const alone = await readOne(call);
  await createMany(call);
  const among = await readOne(call);
  await sallyport.stop();
  await folder.remove();
  const rows = Object.entries(times).map(([step, ms]) => [WHAT[step] ?? step, spread(ms, 'ms')]);
  await publish('import', {
    title: 'A large API as an OpenAPI file',
    head: ['what', 'time'],
    rows: [
      ...rows,
      [`GetRestApi, ${ROUNDS + 1} APIs in the store`, spread(alone, 'ms')],
      [`GetRestApi, ${APIS} more APIs in the store`, spread(among, 'ms')],
    ],
    notes: [
      `${RESOURCES} resources with ${VERBS.length} methods each: ${Math.round(FILE_BYTES / 1024)} KB of OpenAPI 3.0 with integrations, over the control API, signed.`,
      `Median (least to most) of ${ROUNDS} rounds; of GetRestApi ${READS} calls one after the other.`,
      'Every import is one transaction, on disk (fsync) before the answer.',
    ],
  });
  const slow = Object.entries(BUDGET).filter(([step, most]) => median(times[step] ?? []) > most);
  if (slow.length > 0) throw new Error(`Too slow: ${slow.map(([step, most]) => `${step} over ${most} ms`).join(', ')}`);
  if (median(among) > 2 * median(alone)) throw new Error(`${APIS} APIs slow one GetRestApi down.`);
}

const WHAT: Readonly<Record<string, string>> = {
  import: 'ImportRestApi',
  deploy: 'CreateDeployment',
  overwrite: 'PutRestApi, overwrite',
  export: 'GetExport with all extensions',
};

const FILE = largeFile();
const FILE_BYTES = Buffer.byteLength(JSON.stringify(FILE));

function largeFile(): object {
  const schema = { type: 'object', properties: { id: { type: 'string' } } };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  const paths = Object.fromEntries(
    Array.from({ length: RESOURCES / 2 }, (_, number) => [
      [`/things${number}`, pathItem(content, '')],
      [`/things${number}/{id}`, pathItem(content, '/{id}')],
    ]).flat(),
  );
  return {
    openapi: '3.0.1',
    info: { title: 'large', version: '1.0' },
    paths,
    components: { schemas: { Thing: schema } },
  };
}

function pathItem(content: object, tail: string): object {
  const operation = {
    parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
    responses: { 200: { description: '200 response', content }, 404: { description: '404 response' } },
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri: `https://example.com/things${tail}`,
      ...(tail !== '' && { requestParameters: { 'integration.request.path.id': 'method.request.path.id' } }),
    },
  };
  return Object.fromEntries(VERBS.map((verb) => [verb, operation]));
}

async function runRound(call: SignedClient): Promise<Record<string, number>> {
  const measured: Record<string, number> = {};
  const timed = async (step: string, ...request: Parameters<SignedClient>) => {
    const startedAtMs = performance.now();
    const answer = await call(...request);
    measured[step] = performance.now() - startedAtMs;
    return answer;
  };
  const { id } = await timed('import', 'POST', '/restapis?mode=import', FILE);
  await timed('deploy', 'POST', `/restapis/${id}/deployments`, { stageName: 'v1' });
  await timed('overwrite', 'PUT', `/restapis/${id}?mode=overwrite`, FILE);
  await timed('export', 'GET', `/restapis/${id}/stages/v1/exports/oas30?extensions=apigateway`);
  return measured;
}

async function createMany(call: SignedClient): Promise<void> {
  const numbers = Array.from({ length: APIS }, (_, number) => number).values();
  const create = async () => {
    for (const number of numbers) await call('POST', '/restapis', { name: `api ${number}` });
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, create));
}

/** Milliseconds of each reading of one API. */
async function readOne(call: SignedClient): Promise<number[]> {
  const { id } = await call('POST', '/restapis', { name: 'one' });
  const times: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const startedAtMs = performance.now();
    await call('GET', `/restapis/${id}`);
    times.push(performance.now() - startedAtMs);
  }
  return times;
}

import { startSallyport } from '../test/support/sallyport.ts';
import { startUpstream } from '../test/support/upstream.ts';
import { processTree, residentBytes, treeUsage } from './support/process-tree.ts';
import { type SignedClient, signedClient } from './support/signed-client.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { runWrk, wrkInstalled } from './support/wrk.ts';

const APIS = 10_000;
const ROUTES = 20;
const HOT = 100;
const COLD = 50;
const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 64;

/** What a request costs when 10,000 APIs of 20 routes are deployed, beside the same with one. */
export default async function scale(): Promise<void> {
  if (!wrkInstalled()) {
    console.error('This benchmark needs wrk: apt-get install wrk');
    process.exitCode = 1;
    return;
  }
  const upstream = await startUpstream((_request, response) => response.end('{"id":1}'));
  const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1']);
  const pid = server.process.pid ?? 0;
  const call = signedClient(server.controlUrl, CONNECTIONS);
  const first = await createApi(call, upstream.url);
  const base = (api: string) => `${server.gatewayUrl}/_aws/execute-api/${api}/dev`;

  await cpuPerRequest([first]);
  const alone = await repeat(() => cpuPerRequest([first]));
  const startedAtMs = performance.now();
  const apis = [first, ...(await cloneAll(call, first))];
  const deployedAfterMs = performance.now() - startedAtMs;
  const cold = await firstRequests(apis.slice(-COLD));
  const amongMany = await repeat(() => cpuPerRequest([first]));
  const overHot = await repeat(() => cpuPerRequest(apis.slice(0, HOT)));
  const workerMb =
    Math.max(
      ...processTree(pid)
        .filter((each) => each !== pid)
        .map(residentBytes),
    ) / 1e6;
  const controlMb = residentBytes(pid) / 1e6;
  await server.stop();
  await upstream.stop();

  const ratio = (values: readonly number[]) => `${(median(values) / median(alone)).toFixed(2)}x`;
  await publish('scale', {
    title: '10,000 APIs of 20 routes',
    head: ['', 'measured', 'of one API alone', 'limit'],
    rows: [
      ['CPU a request, one API deployed', spread(alone, 'us'), '1.00x', ''],
      [`CPU a request to it among ${APIS}`, spread(amongMany, 'us'), ratio(amongMany), '1.1x'],
      [`CPU a request over ${HOT} hot stages`, spread(overHot, 'us'), ratio(overHot), '1.1x'],
      [`worker that serves ${HOT + COLD} stages`, `${workerMb.toFixed(0)} MB`, '', '300 MB'],
      ['control process', `${controlMb.toFixed(0)} MB`, '', ''],
      ['first request to a stage (its plan is compiled)', spread(cold, 'ms'), '', ''],
      ['to clone and deploy one API', `${(deployedAfterMs / (APIS - 1)).toFixed(1)} ms`, '', ''],
    ],
    notes: [
      `Median (least to most) of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections, routes at random; HTTP_PROXY to a backend in Node.js; CPU of all of Sallyport’s processes.`,
    ],
  });

  async function repeat(measure: () => Promise<number>): Promise<number[]> {
    const values: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) values.push(await measure());
    return values;
  }

  async function cpuPerRequest(hot: readonly string[]): Promise<number> {
    const before = treeUsage(pid).cpuMs;
    const report = await runWrk({
      url: server.gatewayUrl,
      connections: CONNECTIONS,
      seconds: SECONDS,
      script: randomRoutes(hot),
    });
    if (report.failed > 0) throw new Error(`${report.failed} requests failed.`);
    return ((treeUsage(pid).cpuMs - before) * 1000) / report.requests;
  }

  async function firstRequests(targets: readonly string[]): Promise<number[]> {
    const times: number[] = [];
    for (const api of targets) {
      const startedMs = performance.now();
      await (await fetch(`${base(api)}/r0`)).arrayBuffer();
      times.push(performance.now() - startedMs);
    }
    return times;
  }
}

function randomRoutes(apis: readonly string[]): string {
  return `
local apis = {${apis.map((api) => `"${api}"`).join(',')}}
request = function()
  return wrk.format("GET", "/_aws/execute-api/" .. apis[math.random(#apis)] .. "/dev/r" .. math.random(0, ${ROUTES - 1}))
end`;
}

async function createApi(call: SignedClient, backend: string): Promise<string> {
  const { id, rootResourceId } = await call('POST', '/restapis', { name: 'scale' });
  for (let route = 0; route < ROUTES; route += 1) {
    const resource = await call('POST', `/restapis/${id}/resources/${rootResourceId}`, { pathPart: `r${route}` });
    const method = `/restapis/${id}/resources/${resource.id}/methods/GET`;
    await call('PUT', method, { authorizationType: 'NONE' });
    await call('PUT', `${method}/integration`, { type: 'HTTP_PROXY', httpMethod: 'GET', uri: `${backend}/r${route}` });
  }
  await call('POST', `/restapis/${id}/deployments`, { stageName: 'dev' });
  return String(id);
}

async function cloneAll(call: SignedClient, cloneFrom: string): Promise<string[]> {
  const ids: string[] = [];
  const numbers = Array.from({ length: APIS - 1 }, (_, number) => number).values();
  const clone = async () => {
    for (const number of numbers) {
      const { id } = await call('POST', '/restapis', { name: `scale-${number}`, cloneFrom });
      await call('POST', `/restapis/${id}/deployments`, { stageName: 'dev' });
      ids.push(String(id));
      if (ids.length % 1000 === 0) process.stderr.write(`${ids.length} of ${APIS} APIs deployed\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, clone));
  return ids;
}

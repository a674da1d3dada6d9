import { temporaryFolder } from '../../test/support/sallyport.ts';
import { deployProxy, logRequests } from '../../test/support/sdk.ts';
import { load, warmUp } from '../proxy/load.ts';
import { startBackend } from '../proxy/nginx.ts';
import { startDeployed } from '../proxy/sallyport.ts';
import { startSubjects, stopAll } from '../proxy/start-subjects.ts';
import type { Subject } from '../proxy/subject.ts';
import { wrkInstalled } from '../support/wrk.ts';

const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 64;
const GROUP_ARN = 'arn:aws:logs:us-east-1:000000000000:log-group:requests';
const FORMAT = JSON.stringify({
  ...{ requestId: '$context.requestId', ip: '$context.identity.sourceIp', requestTime: '$context.requestTime' },
  ...{ httpMethod: '$context.httpMethod', resourcePath: '$context.resourcePath', status: '$context.status' },
  ...{ protocol: '$context.protocol', responseLength: '$context.responseLength' },
});

/** Counting goes on in both: nothing turns it off. */
const OFF: Subject = {
  name: 'off',
  does: 'HTTP_PROXY method, metrics',
  start: (places) =>
    startDeployed(places, (client, backend) => deployed(deployProxy(client, 'users', backend, 'dev')), [
      ...['--recent-requests', '0'],
    ]),
};

const ON: Subject = {
  name: 'on',
  does: 'and a JSON access log to a log group, and recent requests',
  start: (places) =>
    startDeployed(
      places,
      async (client, backend) => {
        const api = await deployProxy(client, 'users', backend, 'dev');
        await logRequests(client, api, 'dev', { destinationArn: GROUP_ARN, format: FORMAT });
        return deployed(api);
      },
      [],
    ),
};

async function deployed(api: string | Promise<string>): Promise<{ readonly path: string }> {
  return { path: `/_aws/execute-api/${await api}/dev/users?limit=25` };
}

/** Microseconds of CPU of all processes a request on the plain proxy path, with the access log and recent requests off and on. */
export interface ProxyCost {
  readonly off: readonly number[];
  readonly on: readonly number[];
}

/** In interleaved rounds; undefined where nginx or wrk is missing. */
export async function proxyCost(): Promise<ProxyCost | undefined> {
  const folder = await temporaryFolder();
  const backend = wrkInstalled() ? await startBackend({ folder: folder.path }) : undefined;
  if (backend === undefined) {
    await folder.remove();
    return undefined;
  }
  const { running } = await startSubjects([OFF, ON], { folder: folder.path, upstreamPort: backend.port });
  const cost = { off: [] as number[], on: [] as number[] };
  for (const [subject, started] of running) await warmUp(subject, started, CONNECTIONS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [subject, started] of running) {
      const { cpuUs } = await load(subject, started, CONNECTIONS, SECONDS);
      cost[subject === ON ? 'on' : 'off'].push(cpuUs);
    }
  }
  await stopAll(running);
  await backend.stop();
  await folder.remove();
  return cost;
}

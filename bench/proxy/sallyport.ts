import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startSallyport } from '../../test/support/sallyport.ts';
import { deployProxy, sdk } from '../../test/support/sdk.ts';
import { processTree } from '../support/process-tree.ts';
import { CORES, installed, type Subject } from './subject.ts';

/** The whole product: an HTTP_PROXY method of a deployed REST API, one worker, metrics and access log on. */
export const SALLYPORT: Subject = {
  name: 'Sallyport',
  does: 'HTTP_PROXY method, metrics, JSON access log',
  async start({ folder, upstreamPort }) {
    const log = join(folder, 'sallyport-access.log');
    const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1', '--access-log', log]);
    const api = await deployProxy(sdk(server.controlUrl), 'users', `http://127.0.0.1:${upstreamPort}/users`, 'dev');
    const url = `${server.gatewayUrl}/_aws/execute-api/${api}/dev/users?limit=25`;
    // The first request compiles the stage.
    await (await fetch(url)).arrayBuffer();
    const pid = server.process.pid ?? 0;
    if (installed('taskset', '-V')) {
      for (const each of processTree(pid)) spawnSync('taskset', ['-acp', String(CORES.subject), String(each)]);
    }
    return { pid, port: Number(new URL(server.gatewayUrl).port), url, stop: () => server.stop() };
  },
};

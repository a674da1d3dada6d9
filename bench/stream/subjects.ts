import { join } from 'node:path';
import { startSallyport } from '../../test/support/sallyport.ts';
import { deployProxy, sdk } from '../../test/support/sdk.ts';
import { startNginxProxy } from '../proxy/nginx.ts';
import type { Places, Running } from '../proxy/subject.ts';
import { CORES, pin } from '../support/cores.ts';
import { processTree } from '../support/process-tree.ts';

/** A proxy that bodies are sent through. */
export interface StreamSubject {
  readonly name: string;
  /** Undefined where what it needs is not installed. `url` is the base of what is called. */
  start(places: Places): Promise<(Running & { readonly url: string }) | undefined>;
}

/** nginx with nothing kept on disk on the way: requests go on as they come, answers wait in its buffers alone. */
export const NGINX_STREAM: StreamSubject = {
  name: 'nginx',
  async start({ folder, upstreamPort }) {
    const location = 'client_max_body_size 0; proxy_request_buffering off; proxy_max_temp_file_size 0;';
    const running = await startNginxProxy(join(folder, 'nginx-stream'), upstreamPort, location);
    return running && { ...running, url: `http://127.0.0.1:${running.port}` };
  },
};

/** The whole product: a deployed HTTP_PROXY method, one worker, metrics and access log, no limits. */
export const SALLYPORT_STREAM: StreamSubject = {
  name: 'Sallyport',
  async start({ folder, upstreamPort }) {
    const flags = ['--ephemeral', '--workers', '1', '--max-workers', '1', '--limits', 'off'];
    const server = await startSallyport([...flags, '--access-log', join(folder, 'sallyport-stream.log')]);
    const api = await deployProxy(sdk(server.controlUrl), '{size}', `http://127.0.0.1:${upstreamPort}/{size}`, 'dev', {
      requestParameters: { 'integration.request.path.size': 'method.request.path.size' },
      timeoutInMillis: 900_000,
    });
    const pid = server.process.pid ?? 0;
    pin(CORES.subject, processTree(pid));
    const { gatewayUrl } = server;
    return {
      pid,
      port: Number(new URL(gatewayUrl).port),
      url: `${gatewayUrl}/_aws/execute-api/${api}/dev`,
      stop: () => server.stop(),
    };
  },
};

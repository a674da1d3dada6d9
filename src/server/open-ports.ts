import { CONTROL_LIMITS, type Exchange, type Listener, listen } from '../http/index.ts';
import type { Ports } from './link/index.ts';
import { listenFailure } from './listen-failure.ts';
import type { Settings } from './settings/index.ts';
import { ListenError } from './worker/member.ts';
import type { WorkerPool } from './worker/pool.ts';

/** @throws {StartError} when the port cannot be had */
export async function openControlPort(
  { host, controlPort }: Settings,
  onExchange: (exchange: Exchange) => void,
): Promise<Listener> {
  try {
    return await listen({ host, port: controlPort, limits: CONTROL_LIMITS, now: Date.now, onExchange });
  } catch (error) {
    throw listenFailure((error as NodeJS.ErrnoException).code ?? String(error), controlPort, host, '--control-port');
  }
}

/** @throws {StartError} when the port cannot be had */
export async function openGatewayPorts(settings: Settings, pool: WorkerPool): Promise<Ports> {
  try {
    return await pool.listen();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    const { gatewayPort, httpsPort, host } = settings;
    const [port, flag] = error.listener === 'https' ? [httpsPort, '--https-port'] : [gatewayPort, '--gateway-port'];
    throw listenFailure(error.code, port, host, flag);
  }
}

import { type Exchange, type H1Listener, listenH1, type ServerLimits } from '../http/index.ts';
import type { Ports } from './link/index.ts';
import { listenFailure } from './listen-failure.ts';
import type { Settings } from './settings/index.ts';
import { ListenError } from './worker/listen-error.ts';
import type { WorkerPool } from './worker/pool.ts';

/** Where a started server answers. */
export interface PortAddresses {
  readonly controlUrl: string;
  readonly gatewayUrl: string;
  /** Undefined without certificates. */
  readonly httpsUrl: string | undefined;
}

/**
 * Clients of AWS keep connections for seconds, and a console for a minute. They send a call again when a kept connection
 * turns out to be closed, so a stop waits for none that is idle.
 */
const CONTROL_LIMITS: Partial<ServerLimits> = { keepAliveIdleMs: 65_000, drainIdleMs: 0 };

/**
 * Opens the control port here and the gateway's ports in the workers.
 * @param opened is given the control listener as soon as it listens, and then the gateway's port
 * @throws {StartError} when a port cannot be had
 */
export async function openPorts(
  settings: Settings,
  pool: WorkerPool,
  onExchange: (exchange: Exchange) => void,
  opened: { controlListener?: H1Listener; gatewayPort?: number },
): Promise<PortAddresses> {
  // Workers are told addresses on the control port, so it comes first; their processes load meanwhile.
  const listener = await openControlPort(settings, onExchange);
  opened.controlListener = listener;
  const ports = await openGatewayPorts(settings, pool);
  opened.gatewayPort = ports.gateway;
  return {
    controlUrl: urlOf('http', settings.host, listener.port),
    gatewayUrl: urlOf('http', settings.host, ports.gateway),
    httpsUrl: ports.https === undefined ? undefined : urlOf('https', settings.host, ports.https),
  };
}

async function openControlPort(
  { host, controlPort }: Settings,
  onExchange: (exchange: Exchange) => void,
): Promise<H1Listener> {
  try {
    return await listenH1({ host, port: controlPort, limits: CONTROL_LIMITS, onExchange });
  } catch (error) {
    throw listenFailure((error as NodeJS.ErrnoException).code ?? String(error), controlPort, host, '--control-port');
  }
}

async function openGatewayPorts(settings: Settings, pool: WorkerPool): Promise<Ports> {
  try {
    return await pool.listen();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    const { gatewayPort, httpsPort, host } = settings;
    const [port, flag] = error.listener === 'https' ? [httpsPort, '--https-port'] : [gatewayPort, '--gateway-port'];
    throw listenFailure(error.code, port, host, flag);
  }
}

/** An address of this machine's by which a port is reached that listens on `host`. */
export function reachableUrl(host: string, port: number): string {
  return urlOf('http', host === '0.0.0.0' || host === '::' ? 'localhost' : host, port);
}

function urlOf(scheme: 'http' | 'https', host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

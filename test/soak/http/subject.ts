import { createGateway } from '../../../src/gateway/index.ts';
import { environmentOf } from '../../../src/gateway/testing/environment.ts';
import { integration, snapshot } from '../../../src/gateway/testing/snapshots.ts';
import { H1Client, listenH1 } from '../../../src/http/h1/index.ts';
import { DeadlineWheel } from '../../../src/http/h1/timers/index.ts';
import { createTelemetry } from '../../../src/telemetry/index.ts';
import { BACKENDS, startBackends } from './backends.ts';

/** Short enough that waiting for them takes little of a run, long enough that a busy machine does not reach them. */
const SERVER_LIMITS = { headTimeoutMs: 300, bodyTimeoutMs: 300, writeTimeoutMs: 300, keepAliveIdleMs: 3_000 };
/** Few connections, so that calls have to wait for one, too. */
const UPSTREAM_LIMITS = { idleMs: 500, bodyTimeoutMs: 500, maxConnections: 96 };

/** What is open or held; nothing of it may be left when everybody has gone. */
export interface Held {
  readonly clientConnections: number;
  readonly backendConnections: number;
  readonly callsWaiting: number;
  /** Time limits of connections and calls, on both sides. */
  readonly deadlines: number;
  /** Sockets, servers and timers that keep the process alive, beyond those of the start. */
  readonly resources: number;
}

/** The gateway over real sockets, with all backends behind it. */
export interface Subject {
  readonly port: number;
  /** Where a kind of backend is asked for. */
  target(backend: string): string;
  held(): Held;
  stop(): Promise<void>;
}

export async function startSubject(): Promise<Subject> {
  const backends = await startBackends();
  const wheels = { server: new DeadlineWheel(), client: new DeadlineWheel() };
  const upstream = new H1Client({ limits: UPSTREAM_LIMITS, wheel: wheels.client });
  const deployed = snapshot({ methods: methods(backends.port) });
  const gateway = createGateway({
    ...environmentOf([deployed]),
    upstream,
    observeStage: createTelemetry(() => undefined).observeStage,
  });
  gateway.setStages([deployed.ref]);
  const listener = await listenH1({
    host: '127.0.0.1',
    port: 0,
    limits: SERVER_LIMITS,
    wheel: wheels.server,
    onExchange: (exchange) => gateway.handle(exchange),
  });
  const origin = upstream.origin({ protocol: 'http:', hostname: '127.0.0.1', port: backends.port });
  const atStart = activeResources();
  return {
    port: listener.port,
    target: (backend) => `/restapis/${deployed.ref.apiId}/dev/_user_request_/${backend}`,
    held: () => ({
      clientConnections: listener.connections,
      backendConnections: origin.connections,
      callsWaiting: origin.waiting,
      deadlines: wheels.server.size + wheels.client.size,
      resources: Math.max(0, activeResources() - atStart),
    }),
    async stop() {
      upstream.close();
      await listener.close(0);
      await new Promise((resolve) => backends.server.close(resolve));
    },
  };
}

/** Of the kinds that the gateway, its clients and its backends use; a test runner has others. */
function activeResources(): number {
  return process.getActiveResourcesInfo().filter((kind) => /^TCP|^Timeout$/.test(kind)).length;
}

/** A resource for each kind of backend, passed on as it is. */
function methods(port: number) {
  return Object.fromEntries(
    Object.entries(BACKENDS).map(([name, { timeoutMs = 29_000 }]) => {
      const methodIntegration = integration({
        type: 'HTTP_PROXY',
        httpMethod: 'ANY',
        uri: `http://127.0.0.1:${port}/${name}`,
        timeoutInMillis: timeoutMs,
      });
      return [`/${name}`, { ANY: { methodIntegration } }];
    }),
  );
}

import { useOwn } from '../data/index.ts';

/** Hosts that a server listens on and that another machine cannot reach it by. */
const LOCAL_HOSTS = new Set(['0.0.0.0', '[::]', '127.0.0.1', '[::1]', 'localhost']);

/** Where clients reach the gateway, such as `http://10.0.0.5:8080`, as far as the server has said it. */
export interface Gateway {
  readonly http: string | undefined;
  /** Undefined also where it has no certificates. */
  readonly https: string | undefined;
}

export function useGateway(): Gateway {
  const { data } = useOwn<{ readonly gateway?: string; readonly https?: string }>('/health');
  return { http: data?.gateway && reachable(data.gateway), https: data?.https && reachable(data.https) };
}

/** An address by the host name that the console was reached by, where the server only knows that it listens everywhere. */
function reachable(address: string): string {
  const url = new URL(address);
  if (LOCAL_HOSTS.has(url.hostname)) url.hostname = location.hostname;
  return url.origin;
}

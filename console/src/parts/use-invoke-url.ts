import { useOwn } from '../data/index.ts';

/** Hosts that a server listens on and that another machine cannot reach it by. */
const LOCAL_HOSTS = new Set(['0.0.0.0', '[::]', '127.0.0.1', '[::1]', 'localhost']);

/**
 * Where clients call a stage, by the path form of its address, which needs no name of its own; undefined until the server said where
 * its gateway listens.
 */
export function useInvokeUrl(restApiId: string, stageName: string): string | undefined {
  const { data } = useOwn<{ readonly gateway?: string }>('/health');
  if (data?.gateway === undefined) return undefined;
  const url = new URL(data.gateway);
  if (LOCAL_HOSTS.has(url.hostname)) url.hostname = location.hostname;
  return `${url.origin}/_aws/execute-api/${restApiId}/${stageName}`;
}

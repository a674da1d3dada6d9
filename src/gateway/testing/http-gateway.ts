import type { LimitProfile } from '../../model/index.ts';
import { type CallOptions, type HarnessOptions, noFunctions, startGatewayWith, type TestFunction } from './harness.ts';
import { type HttpStageChange, httpSnapshot } from './http-snapshots.ts';

/** The host of the API that `httpSnapshot` makes. */
export const HTTP_API_HOST = 'http123456.execute-api.localhost';

/** A gateway with one HTTP API, which is called by its host. */
export async function startHttpGateway(
  changes: HttpStageChange | readonly HttpStageChange[],
  run: TestFunction = noFunctions,
  options?: HarnessOptions,
  limits?: LimitProfile,
) {
  const snapshots = [changes].flat().map(httpSnapshot);
  const harness = await startGatewayWith(snapshots, run, undefined, limits, options);
  const get = (target: string, { headers = [], ...rest }: CallOptions = {}) =>
    harness.callTarget(target, { ...rest, headers: ['Host', HTTP_API_HOST, ...headers] });
  return { ...harness, get };
}

import type { Exchange } from '../../http/index.ts';
import type { StageSnapshot } from '../../model/index.ts';
import type { RequestAddress } from '../gateway.ts';
import { MethodRequest } from '../method/index.ts';
import { RequestContext } from '../request-context/index.ts';
import { compileRelease } from './compile-release.ts';
import { type CompileEnvironment, releaseScope } from './release-scope.ts';
import { releasesOf } from './releases.ts';
import { Routed } from './routed.ts';
import { runMethod } from './run-method.ts';

/**
 * Compiles the one method that a snapshot holds for a test of it: the request reaches it whatever its path is, and has path
 * parameters if the path is the resource's, as AWS does it.
 */
export function compileTest(
  snapshot: StageSnapshot,
  environment: CompileEnvironment,
): (exchange: Exchange, address: RequestAddress) => void {
  const { base } = releasesOf(snapshot, environment.responseCache);
  const { runtime, router, complete } = compileRelease(base, releaseScope(snapshot, environment));
  const resourcePath = snapshot.deployment.resources[0]?.path ?? '/';
  return (exchange, address) => {
    const found = router.find(exchange.method, address.path);
    const tested = found ?? router.find(exchange.method, resourcePath);
    if (tested === undefined) throw new Error(`There is no method to test at ${resourcePath}.`);
    const context = new RequestContext(runtime, exchange, address, exchange.method);
    context.routedTo(tested.method.place);
    const route = { method: tested.method, pathParameters: found?.pathParameters };
    context.trace?.record(new Routed(context, address, route, router));
    runMethod(tested.method, new MethodRequest(exchange, context, address, found?.pathParameters, complete));
  };
}

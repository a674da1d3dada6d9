import type { HttpStage, ObserveStage, RequestObserver, ServedStage } from '../../model/index.ts';
import type { RequestContext } from '../request-context/index.ts';

/**
 * Compiles the counting of routes by themselves, where the stage wants detailed metrics of them (telemetry E.1: dimensions
 * ApiId, Method, Resource, Stage).
 * @returns undefined for a stage that wants none
 */
export function compileRouteMetrics(
  { DefaultRouteSettings, RouteSettings }: HttpStage,
  served: ServedStage,
  observeStage: ObserveStage,
): ((context: RequestContext) => void) | undefined {
  const isWanted = (routeKey: string): boolean =>
    RouteSettings[routeKey]?.DetailedMetricsEnabled ?? DefaultRouteSettings.DetailedMetricsEnabled ?? false;
  if (![DefaultRouteSettings, ...Object.values(RouteSettings)].some((each) => each.DetailedMetricsEnabled)) {
    return undefined;
  }
  const observers = new Map<string, RequestObserver | undefined>();
  return (context) => {
    const { resourceId: routeKey, resourcePath, httpMethod } = context;
    if (routeKey === undefined || resourcePath === undefined) return;
    const id = `${httpMethod} ${routeKey}`;
    let observer = observers.get(id);
    if (observer === undefined && !observers.has(id)) {
      observer = isWanted(routeKey)
        ? observeStage({ ...served, method: { httpMethod, resource: resourcePath } })
        : undefined;
      observers.set(id, observer);
    }
    observer?.(context);
  };
}

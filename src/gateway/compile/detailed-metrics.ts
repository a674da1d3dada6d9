import type { ObserveStage, RequestObserver, ServedStage, Stage } from '../../model/index.ts';
import type { RequestContext } from '../request-context/index.ts';
import type { FindSetting } from './method-settings.ts';

/**
 * Compiles the counting of methods by themselves, where a stage wants detailed metrics of them (telemetry E.1: dimensions
 * ApiName, Method, Resource, Stage). A verb that `ANY` answers is counted as itself.
 * @returns undefined for a stage that wants none
 */
export function compileDetailedMetrics(
  { methodSettings }: Stage,
  served: ServedStage,
  findSetting: FindSetting,
  observeStage: ObserveStage,
): ((context: RequestContext) => void) | undefined {
  if (!Object.values(methodSettings).some(({ metricsEnabled }) => metricsEnabled)) return undefined;
  const observers = new Map<string, RequestObserver | undefined>();
  const make = (httpMethod: string, resource: string): RequestObserver | undefined => {
    const own = findSetting(resource, httpMethod);
    // A method that is declared as `ANY` has its settings under that name.
    const setting = own?.own ? own : (findSetting(resource, 'ANY') ?? own);
    return setting?.setting.metricsEnabled ? observeStage({ ...served, method: { httpMethod, resource } }) : undefined;
  };
  return (context) => {
    const { httpMethod, resourcePath } = context;
    if (resourcePath === undefined) return;
    const id = `${httpMethod} ${resourcePath}`;
    let observer = observers.get(id);
    if (observer === undefined && !observers.has(id)) {
      observer = make(httpMethod, resourcePath);
      observers.set(id, observer);
    }
    observer?.(context);
  };
}

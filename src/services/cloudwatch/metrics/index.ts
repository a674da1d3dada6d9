/** Metrics: data that are put, and what is read of them. */
import type { CloudWatchContext } from '../context.ts';
import type { CloudWatchHandlers } from '../types.ts';

/** Handlers that load what they need by the first call. */
export function metricHandlers(context: Pick<CloudWatchContext, 'metrics' | 'store'>) {
  const operations = () => import('./operations.ts');
  return {
    putMetricData: async (input, call) => (await operations()).putMetricData(context, input, call),
    getMetricData: async (input, call) => (await operations()).getMetricData(context, input, call),
    getMetricStatistics: async (input, call) => (await operations()).getMetricStatistics(context, input, call),
    listMetrics: async (input, call) => (await operations()).listMetrics(context, input, call),
  } satisfies CloudWatchHandlers;
}

import type { CloudWatchContext } from './context.ts';
import { metricHandlers } from './metrics/index.ts';
import type { CloudWatchHandlers } from './types.ts';

export interface CloudWatchService {
  readonly handlers: CloudWatchHandlers;
}

/** CloudWatch over a store: each capability is a folder that gives the handlers of its operations. */
export function createCloudWatchService(context: CloudWatchContext): CloudWatchService {
  return { handlers: { ...metricHandlers(context) } };
}

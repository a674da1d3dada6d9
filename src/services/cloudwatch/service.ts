import { alarms } from './alarms/documents.ts';
import type { AlarmRounds, DeliveryDesk } from './alarms/index.ts';
import type { CloudWatchContext } from './context.ts';
import { deliveries } from './deliveries/documents.ts';
import { lazyHandlers } from './lazy-handlers.ts';
import { metricHandlers } from './metrics/index.ts';
import type { CloudWatchHandlers } from './types.ts';

/** What is done for alarms besides answering calls. */
export interface AlarmWork {
  /** Whether there are alarms, or actions that are still to be taken. */
  exists(): Promise<boolean>;
  /** Loads what does it. */
  load(): Promise<{ readonly rounds: AlarmRounds; readonly desk: DeliveryDesk }>;
}

export interface CloudWatchService {
  readonly handlers: CloudWatchHandlers;
  readonly alarmWork: AlarmWork;
}

const loadAlarms = () => import('./alarms/index.ts');

/** CloudWatch over a store: each capability is a folder that gives the handlers of its operations. */
export function createCloudWatchService(context: CloudWatchContext): CloudWatchService {
  const { store } = context;
  return {
    handlers: { ...metricHandlers(context), ...lazyHandlers(context) },
    alarmWork: {
      async exists() {
        return (await store.scan(alarms)).length > 0 || (await store.scan(deliveries)).length > 0;
      },
      async load() {
        const { createAlarmRounds, createDeliveryDesk } = await loadAlarms();
        return { rounds: createAlarmRounds(context), desk: createDeliveryDesk(context) };
      },
    },
  };
}

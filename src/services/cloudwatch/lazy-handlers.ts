import type { CloudWatchContext } from './context.ts';
import type { CloudWatchHandlers } from './types.ts';

/** Handlers of alarms, dashboards and anomaly detectors, which load what they need by the first call of each room. */
export function lazyHandlers(context: CloudWatchContext) {
  const alarms = once(async () => (await import('./alarms/index.ts')).alarmHandlers(context));
  const dashboards = once(async () => (await import('./dashboards/index.ts')).dashboardHandlers(context));
  const detectors = once(async () => (await import('./anomaly-detectors/index.ts')).anomalyDetectorHandlers(context));
  return {
    putMetricAlarm: async (input, call) => (await alarms()).putMetricAlarm(input, call),
    putCompositeAlarm: async (input, call) => (await alarms()).putCompositeAlarm(input, call),
    describeAlarms: async (input, call) => (await alarms()).describeAlarms(input, call),
    describeAlarmsForMetric: async (input, call) => (await alarms()).describeAlarmsForMetric(input, call),
    describeAlarmHistory: async (input, call) => (await alarms()).describeAlarmHistory(input, call),
    setAlarmState: async (input, call) => (await alarms()).setAlarmState(input, call),
    enableAlarmActions: async (input, call) => (await alarms()).enableAlarmActions(input, call),
    disableAlarmActions: async (input, call) => (await alarms()).disableAlarmActions(input, call),
    deleteAlarms: async (input, call) => (await alarms()).deleteAlarms(input, call),
    tagResource: async (input, call) => (await alarms()).tagResource(input, call),
    untagResource: async (input, call) => (await alarms()).untagResource(input, call),
    listTagsForResource: async (input, call) => (await alarms()).listTagsForResource(input, call),

    putDashboard: async (input, call) => (await dashboards()).putDashboard(input, call),
    getDashboard: async (input, call) => (await dashboards()).getDashboard(input, call),
    listDashboards: async (input, call) => (await dashboards()).listDashboards(input, call),
    deleteDashboards: async (input, call) => (await dashboards()).deleteDashboards(input, call),

    putAnomalyDetector: async (input, call) => (await detectors()).putAnomalyDetector(input, call),
    describeAnomalyDetectors: async (input, call) => (await detectors()).describeAnomalyDetectors(input, call),
    deleteAnomalyDetector: async (input, call) => (await detectors()).deleteAnomalyDetector(input, call),
  } satisfies CloudWatchHandlers;
}

function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

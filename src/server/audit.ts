import type { ControlPlaneOptions, FinishedCall } from '../control/index.ts';
import type { IamService } from '../services/iam/index.ts';
import type { AuditTrail } from '../telemetry/index.ts';

/** What CloudTrail counts among the data events, which nobody gets without asking for them. */
const DATA_EVENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  lambda: new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream']),
  cloudwatch: new Set(['PutMetricData']),
  logs: new Set(['PutLogEvents']),
};

/** Writes down who called what, and when a user's key was used last. */
export function auditCalls(
  trail: AuditTrail,
  { keyUses }: Pick<IamService, 'keyUses'>,
): NonNullable<ControlPlaneOptions['audit']> {
  return (record, call) => {
    if (call.accessKeyId.startsWith('AKIA')) keyUses.record(call.accessKeyId, useOf(call));
    if (!DATA_EVENTS[call.service]?.has(call.operation)) trail.write(record);
  };
}

function useOf({ service, region, nowMs }: FinishedCall) {
  return { service, region, atMs: nowMs };
}

import type { AwsError, Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

type Described = Output<'cloudwatch', 'describeAlarms'>;
export type MetricAlarm = NonNullable<Described['MetricAlarms']>[number];
export type CompositeAlarm = NonNullable<Described['CompositeAlarms']>[number];
export type Alarm =
  | { readonly kind: 'metric'; readonly alarm: MetricAlarm }
  | { readonly kind: 'composite'; readonly alarm: CompositeAlarm };

const TYPES = ['MetricAlarm', 'CompositeAlarm'] as const;
/** Their states change by themselves. */
const LOOK_EVERY_MS = 10_000;

/** All alarms of the region, of both kinds. */
export function useAlarms(): Read<readonly Alarm[]> {
  const input = { AlarmTypes: [...TYPES], MaxRecords: 100 };
  return useAll('cloudwatch', 'describeAlarms', input, alarmsOf, { refetchInterval: LOOK_EVERY_MS });
}

/** One alarm; `none` where none has the name. */
export function useAlarm(name: string): Read<Alarm | 'none'> & { readonly error: AwsError | null } {
  const input = { AlarmTypes: [...TYPES], AlarmNames: [name] };
  const { data, ...read } = useCall('cloudwatch', 'describeAlarms', input, {
    enabled: name !== '',
    refetchInterval: LOOK_EVERY_MS,
  });
  return { ...read, data: name === '' ? 'none' : data && (alarmsOf(data)[0] ?? 'none') };
}

function alarmsOf({ MetricAlarms = [], CompositeAlarms = [] }: Described): readonly Alarm[] {
  return [
    ...MetricAlarms.map((alarm): Alarm => ({ kind: 'metric', alarm })),
    ...CompositeAlarms.map((alarm): Alarm => ({ kind: 'composite', alarm })),
  ];
}

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { alarms } from '../../../texts/en/alarms.ts';
import { AlarmState } from './alarm-state.tsx';
import { conditionOf } from './condition.ts';
import type { Alarm } from './use-alarms.ts';

const texts = alarms.details;

/** State and settings. */
export function AlarmDetails({ alarm: one }: { readonly alarm: Alarm }): JSX.Element {
  const { kind, alarm } = one;
  const dimensions = kind === 'metric' ? (alarm.Dimensions ?? []) : [];
  const arns = (list: readonly string[] = []): string => list.join(', ');
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <KeyValues
        columns={3}
        long={[[texts.description, alarm.AlarmDescription]]}
        pairs={[
          [texts.state, <AlarmState key="state" state={alarm.StateValue} />],
          [texts.since, <Time key="since" date={alarm.StateUpdatedTimestamp} />],
          [texts.reason, alarm.StateReason],
          [kind === 'composite' ? texts.rule : texts.condition, conditionOf(one)],
          ...(kind === 'metric'
            ? ([
                [texts.namespace, alarm.Namespace],
                [texts.statistic, alarm.Statistic ?? alarm.ExtendedStatistic],
                [texts.dimensions, dimensions.map(({ Name, Value }) => `${Name}: ${Value}`).join(', ')],
                [texts.missing, alarms.missing[alarm.TreatMissingData ?? 'missing']],
              ] as const)
            : []),
          [texts.actions, alarm.ActionsEnabled ? alarms.enabled : alarms.disabled],
          [texts.onAlarm, arns(alarm.AlarmActions)],
          [texts.onOk, arns(alarm.OKActions)],
          [texts.onNoData, arns(alarm.InsufficientDataActions)],
        ]}
      />
    </Container>
  );
}

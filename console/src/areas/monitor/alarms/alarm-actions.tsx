import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { useHref } from '../../../routing/index.ts';
import { alarms as texts } from '../../../texts/en/alarms.ts';
import { editPath } from './addresses.ts';
import type { State } from './alarm-state.tsx';
import type { Alarm } from './use-alarms.ts';

const STATES: readonly State[] = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];

interface Props {
  readonly alarm: Alarm;
  onDelete(): void;
}

/** What can be done with an alarm. */
export function AlarmActions({ alarm: { kind, alarm }, onDelete }: Props): JSX.Element {
  const href = useHref();
  const notify = useNotify();
  const setState = useAction('cloudwatch', 'setAlarmState');
  const enable = useAction('cloudwatch', 'enableAlarmActions');
  const disable = useAction('cloudwatch', 'disableAlarmActions');
  const { AlarmName = '', ActionsEnabled = true, MetricName } = alarm as { MetricName?: string } & typeof alarm;
  const error = setState.error ?? enable.error ?? disable.error;
  const toggle = ActionsEnabled ? disable : enable;
  const isEditable = kind === 'composite' || MetricName !== undefined;
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        <ButtonDropdown
          loading={setState.isRunning}
          items={STATES.map((state) => ({ id: state, text: texts.states[state] }))}
          onItemClick={({ detail }) =>
            setState.run({ AlarmName, StateValue: detail.id as State, StateReason: texts.setState.reason }, () =>
              notify({ type: 'success', content: texts.setState.done }),
            )
          }
        >
          {texts.setState.button}
        </ButtonDropdown>
        <Button loading={toggle.isRunning} onClick={() => toggle.run({ AlarmNames: [AlarmName] })}>
          {ActionsEnabled ? texts.disable : texts.enable}
        </Button>
        <Button onClick={onDelete}>{texts.delete.button}</Button>
        {isEditable && (
          <Button variant="primary" href={href(editPath(AlarmName))}>
            {texts.edit}
          </Button>
        )}
      </SpaceBetween>
      {error && <ErrorAlert error={error} />}
    </SpaceBetween>
  );
}

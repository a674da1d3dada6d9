import Alert from '@cloudscape-design/components/alert';
import type { JSX } from 'react';
import { Page, useNotify } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { alarms as texts } from '../../../texts/en/alarms.ts';
import { trailOf } from '../trail.ts';
import { alarmPath } from './addresses.ts';
import { CompositeAlarmForm } from './composite-alarm-form.tsx';
import { MetricAlarmForm } from './metric-alarm-form.tsx';
import { useAlarm } from './use-alarms.ts';

/** Makes an alarm, of a metric or (`type=composite`) of others; or edits the one that `name` names. */
export default function AlarmFormPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const [name] = useQueryParam('name');
  const [type] = useQueryParam('type');
  const found = useAlarm(name);
  const back = {
    onSaved(saved: string) {
      notify({ type: 'success', content: texts.form.done(saved) });
      navigate(alarmPath(saved), { replace: true });
    },
    onCancel: () => navigate(name === '' ? '/alarms' : alarmPath(name)),
  };
  const title = type === 'composite' ? texts.createComposite : texts.create;
  return (
    <Page
      title={name === '' ? title : texts.editTitle(name)}
      trail={[...trailOf(), { text: texts.title, path: '/alarms' }]}
    >
      {name !== '' && (
        <QueryState query={found}>
          {(alarm) => {
            if (alarm === 'none') return <Alert type="warning">{texts.none}</Alert>;
            if (alarm.kind === 'metric' && alarm.alarm.MetricName === undefined) {
              return <Alert type="info">{texts.form.ofExpression}</Alert>;
            }
            if (alarm.kind === 'composite') return <CompositeAlarmForm alarm={alarm.alarm} {...back} />;
            return <MetricAlarmForm alarm={alarm.alarm} {...back} />;
          }}
        </QueryState>
      )}
      {name === '' && (type === 'composite' ? <CompositeAlarmForm {...back} /> : <MetricAlarmForm {...back} />)}
    </Page>
  );
}

import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { alarms as texts } from '../../../texts/en/alarms.ts';
import { trailOf } from '../trail.ts';
import { AlarmActions } from './alarm-actions.tsx';
import { AlarmChart } from './alarm-chart.tsx';
import { AlarmDetails } from './alarm-details.tsx';
import { AlarmHistory } from './alarm-history.tsx';
import { DeleteAlarm } from './delete-alarm.tsx';
import { useAlarm } from './use-alarms.ts';

/** One alarm: its state, what it watches, and what came of it. */
export default function AlarmPage(): JSX.Element {
  const navigate = useNavigate();
  const [name] = useQueryParam('name');
  const [dialog, setDialog] = useQueryParam('dialog');
  const found = useAlarm(name);
  const { data } = found;
  return (
    <Page
      title={name}
      trail={[...trailOf(), { text: texts.title, path: '/alarms' }]}
      actions={data && data !== 'none' && <AlarmActions alarm={data} onDelete={() => setDialog('delete')} />}
    >
      <QueryState query={found}>
        {(alarm) =>
          alarm === 'none' ? (
            <Alert type="warning">{texts.none}</Alert>
          ) : (
            <SpaceBetween size="l">
              <AlarmDetails alarm={alarm} />
              {alarm.kind === 'metric' && alarm.alarm.MetricName !== undefined && <AlarmChart alarm={alarm.alarm} />}
              <AlarmHistory name={name} />
            </SpaceBetween>
          )
        }
      </QueryState>
      {dialog === 'delete' && (
        <DeleteAlarm
          name={name}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/alarms', { replace: true })}
        />
      )}
    </Page>
  );
}

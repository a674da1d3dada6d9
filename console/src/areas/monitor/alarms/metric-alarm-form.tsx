import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { alarms } from '../../../texts/en/alarms.ts';
import { ActionsFields } from './actions-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { type AlarmDraft, draftOf, NEW_ALARM, putOf } from './draft.ts';
import { MetricFields } from './metric-fields.tsx';
import { MetricPreview } from './metric-preview.tsx';
import { NameFields } from './name-fields.tsx';
import type { MetricAlarm } from './use-alarms.ts';

const texts = alarms.form;

interface Props {
  /** The one that is edited. */
  readonly alarm?: MetricAlarm;
  onSaved(name: string): void;
  onCancel(): void;
}

/** An alarm that watches a metric. */
export function MetricAlarmForm({ alarm, onSaved, onCancel }: Props): JSX.Element {
  const put = useAction('cloudwatch', 'putMetricAlarm');
  const [draft, setDraft] = useState<AlarmDraft>(alarm ? draftOf(alarm) : NEW_ALARM);
  const change = (part: Partial<AlarmDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const { namespace, metricName, dimensions, stat, period, threshold } = draft;
  return (
    <SaveForm
      isRunning={put.isRunning}
      error={put.error}
      canSave={draft.name !== '' && metricName !== ''}
      onSave={() => put.run(putOf(draft, alarm), () => onSaved(draft.name))}
      onCancel={onCancel}
    >
      <Container header={<Header variant="h2">{texts.metricTitle}</Header>}>
        <SpaceBetween size="m">
          <MetricFields draft={draft} onChange={change} />
          {metricName !== '' && (
            <MetricPreview
              metric={{ namespace, metricName, dimensions, stat, step: Number(period) }}
              threshold={threshold.trim() === '' || Number.isNaN(Number(threshold)) ? undefined : Number(threshold)}
            />
          )}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{texts.conditionTitle}</Header>}>
        <ConditionFields draft={draft} onChange={change} />
      </Container>
      <Container header={<Header variant="h2">{texts.nameTitle}</Header>}>
        <SpaceBetween size="m">
          <NameFields draft={draft} isNew={alarm === undefined} onChange={change} />
          <ActionsFields draft={draft} onChange={change} />
        </SpaceBetween>
      </Container>
    </SaveForm>
  );
}

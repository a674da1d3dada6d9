import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { alarms } from '../../../texts/en/alarms.ts';
import type { AlarmDraft } from './draft.ts';

const texts = alarms.form;
const STATISTICS = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'p50', 'p90', 'p99'];
const PERIODS = ['10', '30', '60', '300', '900', '3600', '21600', '86400'];

type Field = 'stat' | 'period' | 'operator' | 'missing' | 'threshold' | 'datapoints' | 'periods';

interface Props {
  readonly draft: AlarmDraft;
  onChange(change: Partial<AlarmDraft>): void;
}

/** When the alarm is one. */
export function ConditionFields({ draft, onChange }: Props): JSX.Element {
  const choice = (field: Field, options: readonly (readonly [value: string, label: string])[]): JSX.Element => {
    const offered = options.map(([value, label]) => ({ value, label }));
    const value = draft[field];
    return (
      <FormField label={texts[field]}>
        <Select
          options={offered}
          selectedOption={offered.find((option) => option.value === value) ?? { value, label: value }}
          onChange={({ detail }) => onChange({ [field]: detail.selectedOption.value })}
        />
      </FormField>
    );
  };
  const figure = (field: Field): JSX.Element => (
    <FormField label={texts[field]}>
      <Input
        value={draft[field]}
        inputMode="decimal"
        onChange={({ detail }) => onChange({ [field]: detail.value })}
        autoComplete={false}
      />
    </FormField>
  );
  return (
    <ColumnLayout columns={2}>
      {choice(
        'stat',
        STATISTICS.map((stat) => [stat, stat]),
      )}
      {choice(
        'period',
        PERIODS.map((seconds) => [seconds, texts.seconds(Number(seconds))]),
      )}
      {choice('operator', Object.entries(alarms.operators))}
      {figure('threshold')}
      {figure('datapoints')}
      {figure('periods')}
      {choice('missing', Object.entries(alarms.missing))}
    </ColumnLayout>
  );
}

import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { usagePlans } from '../../../texts/en/usage-plans.ts';
import type { PlanDraft } from './plan-draft.ts';
import { ThrottleFields } from './throttle-fields.tsx';

interface Props {
  readonly draft: PlanDraft;
  onChange(changes: Partial<PlanDraft>): void;
}

const texts = usagePlans.form;
const PERIODS = Object.entries(texts.perPeriod).map(([value, label]) => ({ value, label }));

/** What a plan is called, and what its keys are kept to. */
export function PlanFields({ draft, onChange: set }: Props): JSX.Element {
  return (
    <SpaceBetween size="l">
      <TextField label={texts.name} value={draft.name} onChange={(name) => set({ name })} autoFocus />
      <TextField label={texts.description} value={draft.description} onChange={(description) => set({ description })} />
      <Toggle
        checked={draft.isThrottled}
        description={texts.throttleHint}
        onChange={({ detail }) => set({ isThrottled: detail.checked })}
      >
        {texts.throttle}
      </Toggle>
      {draft.isThrottled && <ThrottleFields rate={draft.rate} burst={draft.burst} onChange={set} />}
      <Toggle
        checked={draft.hasQuota}
        description={texts.quotaHint}
        onChange={({ detail }) => set({ hasQuota: detail.checked })}
      >
        {texts.quota}
      </Toggle>
      {draft.hasQuota && (
        <ColumnLayout columns={3}>
          <TextField
            label={texts.limit}
            type="number"
            inputMode="numeric"
            value={draft.limit}
            onChange={(limit) => set({ limit })}
          />
          <FormField label={texts.period}>
            <Select
              options={PERIODS}
              selectedOption={PERIODS.find(({ value }) => value === draft.period) ?? null}
              onChange={({ detail }) => set({ period: detail.selectedOption.value ?? '' })}
            />
          </FormField>
          <TextField
            label={texts.offset}
            constraint={texts.offsetHint}
            type="number"
            inputMode="numeric"
            value={draft.offset}
            onChange={(offset) => set({ offset })}
          />
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}

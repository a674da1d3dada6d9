import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { JSX } from 'react';
import { keys } from '../../../texts/en/keys.ts';
import { parts } from '../../../texts/en/parts.ts';
import { usePlans } from '../plans/use-plans.ts';

interface Props {
  readonly planIds: readonly string[];
  onChange(planIds: readonly string[]): void;
}

const texts = keys.create;

/** The usage plans of a new key. */
export function PlansField({ planIds, onChange }: Props): JSX.Element {
  const plans = usePlans();
  const options = (plans.data ?? []).map(({ id: value = '', name: label = value }) => ({
    value,
    label,
    description: value,
  }));
  return (
    <FormField label={texts.plans} description={texts.plansHint} errorText={plans.error?.message}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => planIds.includes(value))}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = '' }) => value))}
        placeholder={texts.choosePlans}
        filteringType="auto"
        filteringAriaLabel={texts.plans}
        virtualScroll
        deselectAriaLabel={({ label = '' }) => texts.removePlan(label)}
        statusType={plans.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
        empty={texts.noPlans}
      />
    </FormField>
  );
}

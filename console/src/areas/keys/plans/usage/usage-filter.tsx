import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { manyOptions } from '../../../../parts/many-options.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { PlanKey } from '../keys/use-plan-keys.ts';

interface Props {
  readonly keys: readonly PlanKey[];
  /** Empty for all. */
  readonly keyId: string;
  /** Empty for the shortest period. */
  readonly days: string;
  onKey(keyId: string): void;
  onDays(days: string): void;
}

const texts = usagePlans.usage;
const DAYS = Object.entries(texts.dayChoices).map(([value, label]) => ({ value, label }));

/** Whose usage is shown, and of which days. */
export function UsageFilter({ keys, keyId, days, onKey, onDays }: Props): JSX.Element {
  const options = keys.map(({ id, name }) => ({ value: id, label: name, description: id }));
  return (
    <SpaceBetween direction="horizontal" size="s">
      <Choice
        label={texts.key}
        options={[{ value: '', label: texts.allKeys }, ...options]}
        selected={keyId}
        onSelect={onKey}
      />
      <Choice
        label={texts.days}
        options={[{ value: '', label: texts.allDays }, ...DAYS]}
        selected={days}
        onSelect={onDays}
      />
    </SpaceBetween>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly SelectProps.Option[];
  readonly selected: string;
  onSelect(value: string): void;
}

function Choice({ label, options, selected, onSelect }: ChoiceProps): JSX.Element {
  return (
    <Select
      inlineLabelText={label}
      options={options}
      selectedOption={options.find(({ value }) => value === selected) ?? { value: selected, label: selected }}
      onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
      {...manyOptions(label, options.length)}
      expandToViewport
    />
  );
}

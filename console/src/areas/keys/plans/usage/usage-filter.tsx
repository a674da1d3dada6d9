import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Choice } from '../../../../parts/choice.tsx';
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
      <Choice label={texts.key} all={texts.allKeys} options={options} selected={keyId} onSelect={onKey} />
      <Choice label={texts.days} all={texts.allDays} options={DAYS} selected={days} onSelect={onDays} />
    </SpaceBetween>
  );
}

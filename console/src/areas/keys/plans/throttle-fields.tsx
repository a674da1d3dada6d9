import ColumnLayout from '@cloudscape-design/components/column-layout';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { usagePlans } from '../../../texts/en/usage-plans.ts';

interface Props {
  readonly rate: string;
  readonly burst: string;
  onChange(change: { readonly rate: string } | { readonly burst: string }): void;
}

const texts = usagePlans.form;

/** Rate and burst, as they are typed. */
export function ThrottleFields({ rate, burst, onChange }: Props): JSX.Element {
  return (
    <ColumnLayout columns={2}>
      <TextField
        label={texts.rate}
        constraint={texts.rateHint}
        type="number"
        inputMode="decimal"
        value={rate}
        onChange={(value) => onChange({ rate: value })}
      />
      <TextField
        label={texts.burst}
        constraint={texts.burstHint}
        type="number"
        inputMode="numeric"
        value={burst}
        onChange={(value) => onChange({ burst: value })}
      />
    </ColumnLayout>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Slider from '@cloudscape-design/components/slider';
import type { JSX } from 'react';
import { deploy } from '../../../../texts/en/deploy.ts';

const texts = deploy.canary;

interface Props {
  /** As it is typed. */
  readonly percent: string;
  onChange(percent: string): void;
}

/** How many of the requests go to the canary: by a slider, and to two decimals by a number. */
export function PercentField({ percent, onChange }: Props): JSX.Element {
  const value = Math.min(100, Math.max(0, Number(percent) || 0));
  return (
    <FormField label={texts.percent} constraintText={texts.split(value, Math.round((100 - value) * 100) / 100)} stretch>
      <Grid gridDefinition={[{ colspan: { default: 8, s: 10 } }, { colspan: { default: 4, s: 2 } }]}>
        <Slider
          min={0}
          max={100}
          value={value}
          valueFormatter={texts.percentValue}
          ariaLabel={texts.percent}
          onChange={({ detail }) => onChange(String(detail.value))}
        />
        <Input
          type="number"
          step={0.01}
          inputMode="decimal"
          ariaLabel={texts.percentInput}
          value={percent}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </Grid>
    </FormField>
  );
}

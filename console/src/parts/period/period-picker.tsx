import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import type { JSX } from 'react';
import { monitor } from '../../texts/en/monitor.ts';
import type { ChosenPeriod } from './period.ts';

const texts = monitor.period;

const OFFERED: readonly DateRangePickerProps.RelativeOption[] = (
  [
    [1, 'hour'],
    [3, 'hour'],
    [12, 'hour'],
    [1, 'day'],
    [1, 'week'],
  ] as const
).map(([amount, unit]) => ({ key: `${amount}${unit}`, type: 'relative', amount, unit }));

interface Props {
  readonly chosen: ChosenPeriod;
  onChoose(chosen: ChosenPeriod): void;
}

/** So long until now, or from one moment to another. */
export function PeriodPicker({ chosen, onChoose }: Props): JSX.Element {
  return (
    <DateRangePicker
      value={chosen}
      relativeOptions={OFFERED}
      isValidRange={validity}
      onChange={({ detail }) => detail.value && onChoose(detail.value)}
      showClearButton={false}
      placeholder={texts.label}
      ariaLabel={texts.label}
      i18nStrings={texts.strings}
    />
  );
}

function validity(value: DateRangePickerProps.Value | null): DateRangePickerProps.ValidationResult {
  const isGood = value?.type === 'relative' ? value.amount > 0 : value !== null && value.startDate < value.endDate;
  return isGood ? { valid: true } : { valid: false, errorMessage: texts.invalid };
}

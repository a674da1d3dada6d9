import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { manyOptions } from '../../../../parts/many-options.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { RETENTION_DAYS } from './retention.ts';

const texts = logs.groups;
const OPTIONS = [undefined, ...RETENTION_DAYS].map((days) => ({ value: idOf(days), label: texts.retention(days) }));

interface Props {
  /** Undefined where events are kept for good. */
  readonly days: number | undefined;
  onChange(days: number | undefined): void;
}

/** How long a group keeps its events. */
export function RetentionField({ days, onChange }: Props): JSX.Element {
  return (
    <FormField label={texts.columns.retention} description={texts.retentionHint}>
      <Select
        options={OPTIONS}
        selectedOption={{ value: idOf(days), label: texts.retention(days) }}
        onChange={({ detail: { selectedOption } }) =>
          onChange(selectedOption.value === '' ? undefined : Number(selectedOption.value))
        }
        {...manyOptions(texts.columns.retention, OPTIONS.length)}
        expandToViewport
      />
    </FormField>
  );
}

function idOf(days: number | undefined): string {
  return days === undefined ? '' : String(days);
}

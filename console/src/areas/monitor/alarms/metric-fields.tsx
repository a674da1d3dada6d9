import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { manyOptions } from '../../../parts/many-options.ts';
import { alarms } from '../../../texts/en/alarms.ts';
import type { AlarmDraft } from './draft.ts';
import { dimensionsText, foundMetrics } from './found-metrics.ts';

const texts = alarms.form;
const NAMESPACES = ['AWS/ApiGateway', 'AWS/Lambda'];

interface Props {
  readonly draft: AlarmDraft;
  onChange(change: Partial<AlarmDraft>): void;
}

/** The metric, found by what was counted: namespace, name, dimensions. */
export function MetricFields({ draft, onChange }: Props): JSX.Element {
  const { namespace, metricName, dimensions } = draft;
  const listed = useAll('cloudwatch', 'listMetrics', { Namespace: namespace }, (page) => page.Metrics, {
    enabled: namespace !== '',
  });
  const found = foundMetrics(listed.data ?? []);
  const sets = found.get(metricName) ?? [];
  const chosen = dimensionsText(dimensions);
  return (
    <SpaceBetween size="m">
      <FormField label={texts.namespace}>
        <Autosuggest
          value={namespace}
          options={NAMESPACES.map((value) => ({ value }))}
          onChange={({ detail }) => onChange({ namespace: detail.value, metricName: '', dimensions: {} })}
          enteredTextLabel={texts.use}
          ariaLabel={texts.namespace}
        />
      </FormField>
      <FormField label={texts.metric} description={texts.metricHint} errorText={listed.error?.message}>
        <Select
          options={[...found.keys()].sort().map((name) => ({ value: name, label: name }))}
          selectedOption={metricName === '' ? null : { value: metricName, label: metricName }}
          onChange={({ detail }) => onChange({ metricName: detail.selectedOption.value ?? '', dimensions: {} })}
          {...manyOptions(texts.metric, found.size)}
          placeholder={texts.chooseMetric}
          statusType={listed.isPending ? 'loading' : 'finished'}
          empty={texts.noMetrics}
        />
      </FormField>
      <FormField label={texts.dimensions}>
        <Select
          options={sets.map((set) => ({
            value: dimensionsText(set),
            label: dimensionsText(set) || texts.noDimensions,
          }))}
          selectedOption={chosen === '' ? null : { value: chosen, label: chosen }}
          onChange={({ detail }) =>
            onChange({ dimensions: sets.find((set) => dimensionsText(set) === detail.selectedOption.value) ?? {} })
          }
          placeholder={texts.noDimensions}
          {...manyOptions(texts.dimensions, sets.length)}
          disabled={metricName === ''}
        />
      </FormField>
    </SpaceBetween>
  );
}

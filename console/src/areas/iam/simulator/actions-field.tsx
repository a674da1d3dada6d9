import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useQuery } from '@tanstack/react-query';
import { type JSX, useMemo } from 'react';
import { type ActionsByService, loadActions } from '../../../parts/policy-editor/index.tsx';
import { parts } from '../../../texts/en/parts.ts';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';

interface Props {
  readonly actions: readonly string[];
  onChange(actions: readonly string[]): void;
}

const NONE: ActionsByService = new Map();

/** Some of the actions of all services. */
export function ActionsField({ actions, onChange }: Props): JSX.Element {
  const known = useQuery({ queryKey: ['policy-actions'], queryFn: loadActions });
  const options = useMemo(() => optionsOf(known.data ?? NONE), [known.data]);
  return (
    <FormField label={texts.actions} errorText={known.error?.message}>
      <Multiselect
        options={options}
        selectedOptions={actions.map((name) => ({ value: name, label: name }))}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = '' }) => value))}
        filteringType="auto"
        filteringPlaceholder={texts.findActions}
        filteringAriaLabel={texts.findActions}
        placeholder={texts.chooseActions}
        empty={texts.noActions}
        statusType={known.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
        deselectAriaLabel={({ label = '' }) => parts.removeOf(label)}
        tokenLimit={10}
        virtualScroll
      />
    </FormField>
  );
}

function optionsOf(actions: ActionsByService) {
  return [...actions].map(([service, each]) => ({
    label: service,
    options: each.map(({ name, level }) => ({ value: name, label: name, labelTag: level })),
  }));
}

import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { policies } from '../../../texts/en/policies.ts';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';
import { useEntities } from '../entity/use-entities.ts';
import type { Simulation } from './simulation.ts';

interface Props {
  readonly draft: Simulation;
  onChange(changes: Partial<Simulation>): void;
}

/** Whose policies: somebody's, or one that is written here. */
export function SourceFields({ draft, onChange }: Props): JSX.Element {
  const { kind } = draft;
  return (
    <SpaceBetween size="m">
      <FormField label={texts.source}>
        <RadioGroup
          value={kind}
          onChange={({ detail }) =>
            onChange(detail.value === 'entity' ? { kind: 'entity' } : { kind: 'custom', source: '' })
          }
          items={[
            { value: 'entity', label: texts.entity, description: texts.entityHint },
            { value: 'custom', label: texts.custom, description: texts.customHint },
          ]}
        />
      </FormField>
      {kind === 'entity' ? (
        <EntityField selected={draft.source} onSelect={(source) => onChange({ source })} />
      ) : (
        <FormField label={policies.document} stretch>
          <PolicyEditor
            kind="identity"
            label={policies.document}
            value={draft.policy}
            onChange={(policy) => onChange({ policy })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

function EntityField(props: { readonly selected: string; onSelect(arn: string): void }): JSX.Element {
  const { selected, onSelect } = props;
  const lists = useEntities();
  const options = lists.map(({ kind, entities }) => ({
    label: iam.lists[kind],
    options: entities.map(({ name, arn }) => ({ value: arn, label: name })),
  }));
  const chosen = options.flatMap((group) => group.options).find(({ value }) => value === selected);
  return (
    <FormField label={texts.entity} errorText={lists.find(({ error }) => error)?.error?.message}>
      <Select
        options={options.filter((group) => group.options.length > 0)}
        // Whom a link names is shown even where the lists may not be read.
        selectedOption={chosen ?? (selected === '' ? null : { value: selected, label: selected })}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
        placeholder={texts.chooseEntity}
        empty={texts.noEntities}
        filteringType="auto"
        filteringAriaLabel={texts.entity}
        statusType={lists.some(({ isPending }) => isPending) ? 'loading' : 'finished'}
        loadingText={parts.loading}
        virtualScroll
      />
    </FormField>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { JSX } from 'react';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useGroups } from '../groups/use-groups.ts';

const texts = iam.users.groupChoice;

interface Props {
  readonly chosen: readonly string[];
  /** Names of those that are not offered. */
  readonly without?: readonly string[];
  onChange(names: readonly string[]): void;
}

/** Some of the account's groups. */
export function GroupChoice({ chosen, without = [], onChange }: Props): JSX.Element {
  const groups = useGroups();
  const options = (groups.data ?? [])
    .map(({ GroupName = '', Path = '' }) => ({ value: GroupName, label: GroupName, description: Path }))
    .filter(({ value }) => !without.includes(value));
  return (
    <FormField label={texts.label} description={texts.hint} errorText={groups.error?.message}>
      <Multiselect
        options={options}
        selectedOptions={chosen.map((name) => ({ value: name, label: name }))}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = '' }) => value))}
        filteringType="auto"
        filteringAriaLabel={texts.label}
        placeholder={texts.choose}
        empty={texts.none}
        statusType={groups.isPending ? 'loading' : 'finished'}
        loadingText={parts.loading}
        deselectAriaLabel={({ label = '' }) => parts.removeOf(label)}
        virtualScroll
      />
    </FormField>
  );
}

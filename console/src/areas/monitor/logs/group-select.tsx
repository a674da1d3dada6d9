import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { JSX } from 'react';
import { useQueryParam } from '../../../routing/index.ts';
import { logs as texts } from '../../../texts/en/logs.ts';
import { useLogGroups } from './use-log-groups.ts';

/** Which log groups, as the address keeps them; no name of a group holds a comma. */
export function useChosenGroups(): readonly [groups: readonly string[], choose: (groups: readonly string[]) => void] {
  const [text, setText] = useQueryParam('groups');
  return [text === '' ? [] : text.split(','), (groups) => setText(groups.join(','))];
}

interface Props {
  readonly chosen: readonly string[];
  onChoose(groups: readonly string[]): void;
  readonly isDisabled?: boolean;
}

export function GroupSelect({ chosen, onChoose, isDisabled = false }: Props): JSX.Element {
  const groups = useLogGroups();
  return (
    <FormField label={texts.groups.field} errorText={groups.error?.message} stretch>
      <Multiselect
        options={(groups.data ?? []).map(({ logGroupName = '' }) => ({ value: logGroupName, label: logGroupName }))}
        selectedOptions={chosen.map((name) => ({ value: name, label: name }))}
        onChange={({ detail }) => onChoose(detail.selectedOptions.map(({ value = '' }) => value))}
        placeholder={texts.groups.choose}
        filteringType="auto"
        filteringAriaLabel={texts.groups.field}
        virtualScroll
        statusType={groups.isPending ? 'loading' : 'finished'}
        empty={texts.groups.empty.title}
        deselectAriaLabel={({ label = '' }) => texts.groups.deselect(label)}
        disabled={isDisabled}
      />
    </FormField>
  );
}

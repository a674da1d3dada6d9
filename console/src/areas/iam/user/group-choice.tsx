import type { JSX } from 'react';
import { PickManyField } from '../../../parts/pick-many-field.tsx';
import { iam } from '../../../texts/en/iam.ts';
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
    <PickManyField
      label={texts.label}
      description={texts.hint}
      placeholder={texts.choose}
      empty={texts.none}
      query={groups}
      options={options}
      selected={chosen}
      onSelect={onChange}
    />
  );
}

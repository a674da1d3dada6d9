import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { type ListedTag, listOf, mapOf, type TagChanges, TagsForm } from '../../../parts/tags/index.ts';
import { useAws } from '../../../session/index.ts';

interface Props {
  readonly roleName: string;
  readonly saved: readonly ListedTag[] | undefined;
}

/** A role's tags. */
export function RoleTags({ roleName: RoleName, saved = [] }: Props): JSX.Element {
  const aws = useAws();
  // First what is gone, then what is new: so a full set can be changed.
  const save = useSteps('iam', async ({ removed, set }: TagChanges) => {
    if (removed.length > 0) await aws.call('iam', 'untagRole', { RoleName, TagKeys: removed });
    if (Object.keys(set).length > 0) await aws.call('iam', 'tagRole', { RoleName, Tags: listOf(set) });
  });
  return <TagsForm saved={mapOf(saved)} isRunning={save.isRunning} error={save.error} onSave={save.run} />;
}

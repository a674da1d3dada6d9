import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { type ListedUser, listedUser } from '../users/use-users.ts';
import { userColumns } from '../users/user-columns.tsx';

interface Props {
  readonly poolId: string;
  readonly group: string;
}

const texts = pools.groups;

/** The users of a group. */
export function Members({ poolId, group }: Props): JSX.Element {
  const href = useHref();
  const input = { UserPoolId: poolId, GroupName: group, Limit: 60 };
  const members = useAll('cognito-idp', 'listUsersInGroup', input, ({ Users }): readonly ListedUser[] | undefined =>
    Users?.map(listedUser),
  );
  return (
    <PagedTable
      title={texts.membersOf(group)}
      query={members}
      columns={userColumns(poolId, href)}
      id={({ name }) => name}
      searchParameter="member"
      empty={<EmptyState title={texts.noMembers.title} text={texts.noMembers.text} />}
    />
  );
}

import { useGroups } from '../groups/use-groups.ts';
import { useRoles } from '../roles/use-roles.ts';
import { useUsers } from '../users/use-users.ts';
import type { EntityKind } from './entity-calls.ts';

/** All entities of a kind, as far as they are known. */
export interface EntityList {
  readonly kind: EntityKind;
  readonly entities: readonly { readonly name: string; readonly arn: string }[];
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Everybody in the account who can have permissions. */
export function useEntities(): readonly EntityList[] {
  const users = useUsers();
  const groups = useGroups();
  const roles = useRoles();
  return [
    {
      ...stateOf(users),
      kind: 'user',
      entities: users.data?.map(({ UserName = '', Arn = '' }) => ({ name: UserName, arn: Arn })) ?? [],
    },
    {
      ...stateOf(groups),
      kind: 'group',
      entities: groups.data?.map(({ GroupName = '', Arn = '' }) => ({ name: GroupName, arn: Arn })) ?? [],
    },
    {
      ...stateOf(roles),
      kind: 'role',
      entities: roles.data?.map(({ RoleName = '', Arn = '' }) => ({ name: RoleName, arn: Arn })) ?? [],
    },
  ];
}

function stateOf({ isPending, error }: Pick<EntityList, 'isPending' | 'error'>) {
  return { isPending, error };
}

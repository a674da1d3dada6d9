import { checkPathPrefix } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import { type EntityDocument, nameId } from '../documents/index.ts';
import { pageOf } from '../pagination.ts';
import type { IamHandlers } from '../types.ts';
import type { ManagedPolicy } from './render.ts';
import { readEverybody } from './usage.ts';

/** In the order of pages. */
const TYPES = ['group', 'user', 'role'] as const;
const FILTERS = { User: 'user', Role: 'role', Group: 'group' } as const;

/** Who has a policy. */
export function entitiesForPolicy(
  { store }: IamContext,
  getPolicy: (accountId: string, arn: string) => Promise<ManagedPolicy>,
) {
  return {
    async listEntitiesForPolicy(input, { scope }) {
      const { arn } = await getPolicy(scope.accountId, input.PolicyArn);
      const prefix = checkPathPrefix(input.PathPrefix);
      const everybody = await readEverybody(store, scope.accountId);
      const isBoundary = input.PolicyUsageFilter === 'PermissionsBoundary';
      const has = (entity: EntityDocument & { readonly boundary?: string }) =>
        isBoundary ? entity.boundary === arn : entity.attachedPolicies.includes(arn);
      const of = (type: (typeof TYPES)[number], entities: readonly EntityDocument[]) =>
        isWanted(type, input.EntityFilter)
          ? entities
              .filter((entity) => entity.path.startsWith(prefix) && has(entity))
              .map((entity) => ({ type, entity }))
          : [];
      const all = [...of('group', everybody.groups), ...of('user', everybody.users), ...of('role', everybody.roles)];
      const { items, end } = pageOf(all, ({ type, entity }) => `${TYPES.indexOf(type)} ${nameId(entity.name)}`, input);
      const page = (type: string) => items.filter((item) => item.type === type).map(({ entity }) => entity);
      return {
        PolicyGroups: page('group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
        PolicyUsers: page('user').map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyRoles: page('role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        ...end,
      };
    },
  } satisfies IamHandlers;
}

function isWanted(type: string, filter: string | undefined): boolean {
  return filter === undefined || FILTERS[filter as keyof typeof FILTERS] === type;
}

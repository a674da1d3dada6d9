import type { Call } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { AWS_MANAGED_POLICIES } from '../aws-managed/index.ts';
import { constraint } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import {
  type EntityDocument,
  type GroupDocument,
  globalScope,
  nameId,
  policies,
  type RoleDocument,
  type UserDocument,
} from '../documents/index.ts';
import { renderAttached } from '../entities/attached-policies.ts';
import { renderGroup } from '../groups/index.ts';
import { pageOf } from '../pagination.ts';
import {
  awsPolicy,
  type ManagedPolicy,
  ownPolicy,
  renderPolicy,
  renderVersionInFull,
  type UseCounts,
} from '../policies/render.ts';
import { countUses, readEverybody } from '../policies/usage.ts';
import { printPolicy } from '../policy-text.ts';
import { renderRoleInFull } from '../roles/index.ts';
import type { IamHandlers, In } from '../types.ts';
import { renderUserInFull } from '../users/index.ts';

/** In the order of an answer's lists, which is the order of pages. */
const FILTERS = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const;
type Filter = (typeof FILTERS)[number];

/** One entry of an answer, not yet rendered. */
type Entry = { readonly id: string } & (
  | { readonly kind: 'User'; readonly user: UserDocument }
  | { readonly kind: 'Group'; readonly group: GroupDocument }
  | { readonly kind: 'Role'; readonly role: RoleDocument }
  | { readonly kind: 'LocalManagedPolicy' | 'AWSManagedPolicy'; readonly policy: ManagedPolicy }
);

/** Everything that decides about calls within an account, in one listing (API reference, `GetAccountAuthorizationDetails`). */
export function authorizationDetails({ store }: IamContext) {
  return {
    async getAccountAuthorizationDetails(input, { scope: { accountId } }: Call) {
      const wanted = wantedKinds(input);
      const { entries, uses, groupName } = await readEntries(store, accountId);
      const { items, end } = pageOf(
        entries.filter(({ kind }) => wanted.includes(kind)),
        ({ id }) => id,
        input,
      );
      return {
        UserDetailList: items.flatMap((entry) =>
          entry.kind === 'User' ? userDetail(accountId, entry.user, groupName) : [],
        ),
        GroupDetailList: items.flatMap((entry) => (entry.kind === 'Group' ? groupDetail(accountId, entry.group) : [])),
        RoleDetailList: items.flatMap((entry) => (entry.kind === 'Role' ? roleDetail(accountId, entry.role) : [])),
        Policies: items.flatMap((entry) => ('policy' in entry ? policyDetail(entry.policy, uses) : [])),
        ...end,
      };
    },
  } satisfies IamHandlers;
}

/** @throws {ServiceError} `ValidationError` */
function wantedKinds({ Filter = [] }: In<'getAccountAuthorizationDetails'>): readonly Filter[] {
  for (const given of Filter) {
    if (FILTERS.some((filter) => filter === given)) continue;
    const allowed =
      'Member must satisfy constraint: [Member must satisfy enum value set: [User, LocalManagedPolicy, Group, AWSManagedPolicy, Role]]';
    throw constraint(`[${Filter.join(', ')}]`, 'filter', allowed);
  }
  return Filter.length === 0 ? FILTERS : FILTERS.filter((filter) => Filter.includes(filter));
}

/** In a stable order that an id tells. Of AWS's policies those that are in use. */
async function readEntries(reader: Reader, accountId: string) {
  const everybody = await readEverybody(reader, accountId);
  const own = (await reader.list(policies, globalScope(accountId))).map(({ value }) => ownPolicy(accountId, value));
  const uses = countUses(everybody);
  const used = AWS_MANAGED_POLICIES.filter(({ arn }) => uses.attachments(arn) + uses.boundaries(arn) > 0);
  const unordered: readonly Entry[] = [
    ...everybody.users.map((user) => ({ kind: 'User', id: user.id, user }) as const),
    ...everybody.groups.map((group) => ({ kind: 'Group', id: group.id, group }) as const),
    ...everybody.roles.map((role) => ({ kind: 'Role', id: role.id, role }) as const),
    ...own.map((policy) => ({ kind: 'LocalManagedPolicy', id: policy.id, policy }) as const),
    ...used.map((policy) => ({ kind: 'AWSManagedPolicy', id: policy.id, policy: awsPolicy(policy) }) as const),
  ];
  const entries = unordered
    .map((entry) => ({ ...entry, id: `${FILTERS.indexOf(entry.kind)} ${entry.id}` }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const groupNames = new Map(everybody.groups.map(({ name }) => [nameId(name), name]));
  return { entries, uses, groupName: (id: string) => groupNames.get(id) ?? id };
}

/** @param groupName the name of a group, by its id */
function userDetail(accountId: string, user: UserDocument, groupName: (id: string) => string) {
  return {
    ...renderUserInFull(accountId, user),
    ...(Object.keys(user.inlinePolicies).length > 0 && { UserPolicyList: inlineList(user) }),
    GroupList: user.groups.map(groupName),
    AttachedManagedPolicies: user.attachedPolicies.map(renderAttached),
  };
}

function groupDetail(accountId: string, group: GroupDocument) {
  return {
    ...renderGroup(accountId, group),
    GroupPolicyList: inlineList(group),
    AttachedManagedPolicies: group.attachedPolicies.map(renderAttached),
  };
}

function roleDetail(accountId: string, role: RoleDocument) {
  const { MaxSessionDuration: _, Description: __, ...shown } = renderRoleInFull(accountId, role);
  return {
    ...shown,
    InstanceProfileList: [],
    RolePolicyList: inlineList(role),
    AttachedManagedPolicies: role.attachedPolicies.map(renderAttached),
  };
}

function policyDetail(policy: ManagedPolicy, uses: UseCounts) {
  return {
    ...renderPolicy(policy, uses),
    ...(policy.description !== undefined && { Description: policy.description }),
    // Newest first, as `ListPolicyVersions`.
    PolicyVersionList: policy.versions.toReversed().map((version) => renderVersionInFull(version, policy)),
  };
}

function inlineList({ inlinePolicies }: EntityDocument) {
  return Object.entries(inlinePolicies).map(([PolicyName, document]) => ({
    PolicyName,
    PolicyDocument: printPolicy(document),
  }));
}

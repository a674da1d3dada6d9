import type { Caller } from '../../../policy/index.ts';
import { parseIamArn } from '../arn.ts';
import type { IamContext } from '../context.ts';
import { policiesOfGroup, policiesOfRole, policiesOfUser } from '../directory/policies-of.ts';
import { invalidInput } from '../errors.ts';
import { getGroup, getRole, getUser } from '../find.ts';
import { pageOf } from '../pagination.ts';
import type { IamHandlers, In } from '../types.ts';
import { contextKeysOf } from './context-keys.ts';
import { prepareSimulation, type SimulatedPolicy, simulatedPolicies } from './simulation.ts';

type Asked = Pick<
  In<'simulatePrincipalPolicy'>,
  | 'ActionNames'
  | 'ResourceArns'
  | 'ContextEntries'
  | 'ResourcePolicy'
  | 'ResourceOwner'
  | 'CallerArn'
  | 'Marker'
  | 'MaxItems'
>;

export function simulateHandlers({ store }: IamContext) {
  /** A user, group or role with his policies. */
  async function findSource(
    accountId: string,
    arn: string,
  ): Promise<{ caller: Caller; policies: readonly SimulatedPolicy[] }> {
    const parsed = parseIamArn(arn);
    if (parsed?.accountId !== accountId)
      throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
    if (parsed.type === 'user') {
      const user = await getUser(store, accountId, parsed.name);
      const policies = simulatedPolicies(await policiesOfUser(store, accountId, user));
      return { caller: { arn, accountId, userId: user.id, userName: user.name, tags: user.tags }, policies };
    }
    if (parsed.type === 'role') {
      const role = await getRole(store, accountId, parsed.name);
      const policies = simulatedPolicies(await policiesOfRole(store, accountId, role));
      return { caller: { arn, accountId, userId: role.id, roleArn: arn, tags: role.tags }, policies };
    }
    if (parsed.type === 'group') {
      const group = await getGroup(store, accountId, parsed.name);
      return {
        caller: { arn, accountId, userId: group.id },
        policies: simulatedPolicies(await policiesOfGroup(store, accountId, group)),
      };
    }
    throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  }

  return {
    async simulateCustomPolicy(input, { scope }) {
      const arn = input.CallerArn ?? `arn:aws:iam::${scope.accountId}:user/simulated`;
      const caller = { ...callerOf(arn, scope.accountId), userId: 'simulated' };
      return answer(
        input,
        caller,
        given(input.PolicyInputList, input.PermissionsBoundaryPolicyInputList),
        scope.accountId,
      );
    },

    async simulatePrincipalPolicy(input, { scope }) {
      const { caller, policies } = await findSource(scope.accountId, input.PolicySourceArn);
      const own = input.PermissionsBoundaryPolicyInputList
        ? policies.filter(({ source }) => source !== 'boundary')
        : policies;
      const added = given(input.PolicyInputList ?? [], input.PermissionsBoundaryPolicyInputList);
      const who = input.CallerArn === undefined ? caller : { ...caller, ...callerOf(input.CallerArn, scope.accountId) };
      return answer(input, who, [...own, ...added], scope.accountId);
    },

    async getContextKeysForCustomPolicy({ PolicyInputList }) {
      return { ContextKeyNames: keysOf(PolicyInputList) };
    },

    async getContextKeysForPrincipalPolicy({ PolicySourceArn, PolicyInputList = [] }, { scope }) {
      const { policies } = await findSource(scope.accountId, PolicySourceArn);
      return { ContextKeyNames: keysOf([...policies.map(({ document }) => document), ...PolicyInputList]) };
    },
  } satisfies IamHandlers;
}

function answer(input: Asked, caller: Caller, policies: readonly SimulatedPolicy[], accountId: string) {
  const { ResourcePolicy: document, ResourceOwner } = input;
  const resource: readonly SimulatedPolicy[] =
    document === undefined
      ? []
      : [{ name: 'ResourcePolicy', document, source: 'resource', sourceId: 'ResourcePolicy', sourceType: 'resource' }];
  const judge = prepareSimulation({
    caller,
    policies: [...policies, ...resource],
    keys: keysFromEntries(input.ContextEntries),
    resourceAccountId: /(\d{12})/.exec(ResourceOwner ?? '')?.[1] ?? accountId,
  });
  const cases = input.ActionNames.flatMap((action) =>
    (input.ResourceArns ?? ['*']).map((arn) => [action, arn] as const),
  );
  const { items, end } = pageOf(cases, ([action, arn]) => `${action} ${arn}`, input);
  return { EvaluationResults: items.map(([action, arn]) => judge(action, arn)), ...end };
}

function given(documents: readonly string[], boundaries: readonly string[] = []): readonly SimulatedPolicy[] {
  const make = (list: string, source: 'identity' | 'boundary') => (document: string, index: number) => {
    const name = `${list}.${index + 1}`;
    return { name, document, source, sourceId: name, sourceType: 'IAM Policy' };
  };
  if (boundaries.length > 1) throw invalidInput('Only one permissions boundary policy can be simulated.');
  return [
    ...documents.map(make('PolicyInputList', 'identity')),
    ...boundaries.map(make('PermissionsBoundaryPolicyInputList', 'boundary')),
  ];
}

/** Who an ARN stands for; a session's is an `assumed-role` of STS. */
function callerOf(arn: string, accountId: string): Pick<Caller, 'arn' | 'accountId' | 'userName'> {
  const [, owner = accountId, type, name] =
    /^arn:[\w-]+:(?:iam|sts)::(\d{12}):([\w-]+)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return { arn, accountId: owner, ...(type === 'user' && name !== undefined && { userName: name }) };
}

function keysFromEntries(entries: Asked['ContextEntries'] = []): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    entries.map(({ ContextKeyName = '', ContextKeyValues = [], ContextKeyType = 'string' }) => {
      const isList = ContextKeyType.endsWith('List');
      return [ContextKeyName.toLowerCase(), isList ? ContextKeyValues : (ContextKeyValues[0] ?? '')];
    }),
  );
}

function keysOf(documents: readonly string[]): readonly string[] {
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw invalidInput('Policy must be valid JSON.');
    }
  };
  return [...new Set(documents.flatMap((text) => contextKeysOf(parse(text))))].sort();
}

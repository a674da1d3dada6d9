import type { Input } from '../../../aws/index.ts';
import type { UserPool } from './use-pools.ts';

/** What passwords must have, as the pool's policy names it. */
export const NEEDS = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'] as const;
export type Need = (typeof NEEDS)[number];

/** What a form holds of a pool that can be changed at any time. */
export interface PoolDraft {
  readonly name: string;
  readonly selfSignUp: boolean;
  /** As it is typed. */
  readonly minimum: string;
  readonly needs: readonly Need[];
  readonly isProtected: boolean;
}

export const NEW_POOL: PoolDraft = { name: '', selfSignUp: false, minimum: '8', needs: NEEDS, isProtected: false };

export function draftOf({ Name = '', Policies, AdminCreateUserConfig, DeletionProtection }: UserPool): PoolDraft {
  const policy = Policies?.PasswordPolicy ?? {};
  return {
    name: Name,
    selfSignUp: !AdminCreateUserConfig?.AllowAdminCreateUserOnly,
    minimum: String(policy.MinimumLength ?? ''),
    needs: NEEDS.filter((need) => policy[need]),
    isProtected: DeletionProtection === 'ACTIVE',
  };
}

export function isComplete({ name, minimum }: PoolDraft): boolean {
  return name.trim() !== '' && minimum !== '';
}

/** The settings that the form has, over those that a pool has beside them. */
export function settingsOf(draft: PoolDraft, pool: UserPool = {}) {
  const policy = pool.Policies?.PasswordPolicy ?? {};
  return {
    Policies: {
      ...pool.Policies,
      PasswordPolicy: {
        ...policy,
        MinimumLength: Number(draft.minimum),
        ...Object.fromEntries(NEEDS.map((need) => [need, draft.needs.includes(need)])),
      },
    },
    DeletionProtection: draft.isProtected ? ('ACTIVE' as const) : ('INACTIVE' as const),
    AdminCreateUserConfig: { ...adminConfig(pool), AllowAdminCreateUserOnly: !draft.selfSignUp },
  };
}

/** The days that a temporary password is good for stand in the policy; beside it they are only shown. */
function adminConfig({ AdminCreateUserConfig: config = {} }: UserPool) {
  const { UnusedAccountValidityDays: _, ...rest } = config;
  return rest;
}

/** What `UpdateUserPool` takes; whatever it is not given becomes the default again, so a pool's other settings are repeated. */
const KEPT = [
  'AutoVerifiedAttributes',
  'SmsVerificationMessage',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'VerificationMessageTemplate',
  'SmsAuthenticationMessage',
  'UserAttributeUpdateSettings',
  'EmailConfiguration',
  'SmsConfiguration',
  'UserPoolTags',
  'UserPoolAddOns',
  'AccountRecoverySetting',
  'UserPoolTier',
] as const satisfies readonly (keyof UserPool & keyof Input<'cognito-idp', 'updateUserPool'>)[];

export function poolUpdate(draft: PoolDraft, pool: UserPool): Input<'cognito-idp', 'updateUserPool'> {
  const kept = KEPT.filter((name) => pool[name] !== undefined).map((name) => [name, pool[name]]);
  return { ...Object.fromEntries(kept), UserPoolId: pool.Id ?? '', PoolName: draft.name, ...settingsOf(draft, pool) };
}

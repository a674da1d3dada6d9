import { expect, it } from 'vitest';
import { draftOf, NEW_POOL, poolUpdate, settingsOf } from './pool-draft.ts';

// API reference, UpdateUserPool: "If you don't provide a value for an attribute, it will be set to the default value."
it('changes what the form has, and repeats what else the pool has', () => {
  const pool = {
    Id: 'us-east-1_abc',
    Name: 'people',
    Policies: {
      PasswordPolicy: { MinimumLength: 8, RequireNumbers: true, TemporaryPasswordValidityDays: 3 },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const] },
    },
    AutoVerifiedAttributes: ['email' as const],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 3 },
    UserPoolTags: { team: 'apps' },
    DeletionProtection: 'INACTIVE' as const,
    EstimatedNumberOfUsers: 7,
  };
  const draft = draftOf(pool);
  expect(draft).toEqual({
    name: 'people',
    selfSignUp: false,
    minimum: '8',
    needs: ['RequireNumbers'],
    isProtected: false,
  });
  expect(poolUpdate({ ...draft, name: 'folk', minimum: '12', needs: [], isProtected: true }, pool)).toEqual({
    UserPoolId: 'us-east-1_abc',
    PoolName: 'folk',
    AutoVerifiedAttributes: ['email'],
    UserPoolTags: { team: 'apps' },
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: false,
        RequireUppercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 3,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
  });
});

it('asks of passwords what AWS’s console does, for a pool that is new', () => {
  expect(settingsOf(NEW_POOL).Policies.PasswordPolicy).toEqual({
    MinimumLength: 8,
    RequireLowercase: true,
    RequireUppercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
  });
});

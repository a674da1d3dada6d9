import { enumListViolations, enumViolations, lengthViolations, rangeViolations } from '../../../aws/index.ts';
import type { UserPoolSettings } from '../documents/index.ts';
import { invalidParameter, refuse, refuseFeatures } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

type Given = Omit<In<'updateUserPool'>, 'UserPoolId'>;

const CONTACTS = ['phone_number', 'email'];
const RECOVERY = ['verified_email', 'verified_phone_number', 'admin_only'];
const TIERS = ['LITE', 'ESSENTIALS', 'PLUS'];
const SENDERS = ['COGNITO_DEFAULT', 'DEVELOPER'];

/** What `DescribeUserPool` prints for a pool that was given nothing. */
const DEFAULT_PASSWORD_POLICY = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/**
 * The settings of a pool: what a request leaves out takes its default, also in an update (API reference, `UpdateUserPool`).
 * @throws {ServiceError} for what the model or the pool forbids, and for features that there are none of
 */
export function poolSettings(given: Given): UserPoolSettings {
  refuseWhatIsNotThere(given);
  checkSettings(given);
  const { PasswordPolicy: password } = given.Policies ?? {};
  const unusedDays = given.AdminCreateUserConfig?.UnusedAccountValidityDays;
  const temporaryDays = password?.TemporaryPasswordValidityDays ?? unusedDays ?? 7;
  return {
    Policies: {
      PasswordPolicy: password
        ? {
            MinimumLength: password.MinimumLength ?? DEFAULT_PASSWORD_POLICY.MinimumLength,
            RequireUppercase: password.RequireUppercase ?? false,
            RequireLowercase: password.RequireLowercase ?? false,
            RequireNumbers: password.RequireNumbers ?? false,
            RequireSymbols: password.RequireSymbols ?? false,
            TemporaryPasswordValidityDays: temporaryDays,
          }
        : { ...DEFAULT_PASSWORD_POLICY, TemporaryPasswordValidityDays: temporaryDays },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    DeletionProtection: given.DeletionProtection ?? 'INACTIVE',
    ...(given.AutoVerifiedAttributes?.length && { AutoVerifiedAttributes: given.AutoVerifiedAttributes }),
    ...pick(given, ['SmsVerificationMessage', 'EmailVerificationMessage', 'EmailVerificationSubject']),
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', ...given.VerificationMessageTemplate },
    ...pick(given, ['SmsAuthenticationMessage', 'SmsConfiguration', 'AccountRecoverySetting']),
    UserAttributeUpdateSettings: given.UserAttributeUpdateSettings ?? { AttributesRequireVerificationBeforeUpdate: [] },
    MfaConfiguration: 'OFF',
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ...given.EmailConfiguration },
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: given.AdminCreateUserConfig?.AllowAdminCreateUserOnly ?? false,
      UnusedAccountValidityDays: temporaryDays,
      ...pick(given.AdminCreateUserConfig ?? {}, ['InviteMessageTemplate']),
    },
    ...pick(given, ['UserPoolAddOns']),
    UserPoolTier: given.UserPoolTier ?? 'ESSENTIALS',
  };
}

function refuseWhatIsNotThere(given: Given): void {
  const { PasswordPolicy: password, SignInPolicy: signIn } = given.Policies ?? {};
  const template = given.VerificationMessageTemplate;
  refuseFeatures({
    'multi-factor authentication (MfaConfiguration)': (given.MfaConfiguration ?? 'OFF') !== 'OFF',
    'Lambda triggers of user pools (LambdaConfig)': Object.keys(given.LambdaConfig ?? {}).length > 0,
    'remembered devices (DeviceConfiguration)': given.DeviceConfiguration !== undefined,
    'threat protection (AdvancedSecurityMode)': (given.UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF',
    'password history (PasswordHistorySize)': (password?.PasswordHistorySize ?? 0) > 0,
    'sign-in without a password (AllowedFirstAuthFactors)':
      signIn?.AllowedFirstAuthFactors?.some((factor) => factor !== 'PASSWORD') ?? false,
    'old addresses until new ones are verified (AttributesRequireVerificationBeforeUpdate)':
      (given.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.length ?? 0) > 0,
    'verification by a link (CONFIRM_WITH_LINK)': template?.DefaultEmailOption === 'CONFIRM_WITH_LINK',
    'dynamic client registration (DcrConfiguration)': given.DcrConfiguration !== undefined,
    'keys of your own (KeyConfiguration)': given.KeyConfiguration !== undefined,
    'other issuers (IssuerConfiguration)': given.IssuerConfiguration !== undefined,
    'authentication levels (AcrConfiguration)': given.AcrConfiguration !== undefined,
  });
}

function checkSettings(given: Given): void {
  const { PasswordPolicy: password } = given.Policies ?? {};
  const policy = 'policies.passwordPolicy';
  const recovery = given.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  refuse(
    rangeViolations(password?.MinimumLength, `${policy}.minimumLength`, LIMITS.passwordMinimum),
    rangeViolations(
      password?.TemporaryPasswordValidityDays,
      `${policy}.temporaryPasswordValidityDays`,
      LIMITS.temporaryPasswordDays,
    ),
    rangeViolations(
      given.AdminCreateUserConfig?.UnusedAccountValidityDays,
      'adminCreateUserConfig.unusedAccountValidityDays',
      LIMITS.unusedAccountDays,
    ),
    enumViolations(given.DeletionProtection, 'deletionProtection', ['ACTIVE', 'INACTIVE']),
    enumViolations(given.UserPoolTier, 'userPoolTier', TIERS),
    enumViolations(given.MfaConfiguration, 'mfaConfiguration', ['OFF', 'ON', 'OPTIONAL']),
    enumViolations(given.EmailConfiguration?.EmailSendingAccount, 'emailConfiguration.emailSendingAccount', SENDERS),
    enumListViolations(given.AutoVerifiedAttributes, 'autoVerifiedAttributes', CONTACTS),
    ...recovery.map(({ Name }) =>
      enumViolations(Name, 'accountRecoverySetting.recoveryMechanisms.1.member.name', RECOVERY),
    ),
    lengthViolations(given.SmsAuthenticationMessage, 'smsAuthenticationMessage', 140),
  );
  if (password?.TemporaryPasswordValidityDays !== undefined) {
    const unused = given.AdminCreateUserConfig?.UnusedAccountValidityDays;
    if (unused !== undefined && unused !== password.TemporaryPasswordValidityDays) {
      throw invalidParameter(
        'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
      );
    }
  }
  if (recovery.length > 1 && recovery.some(({ Name }) => Name === 'admin_only')) {
    throw invalidParameter('Invalid Recovery Mechanisms: admin_only cannot be used together with other mechanisms.');
  }
}

/** The members that are there. */
function pick<T extends object, Key extends keyof T>(given: T, keys: readonly Key[]): Partial<Pick<T, Key>> {
  return Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]])) as Partial<
    Pick<T, Key>
  >;
}

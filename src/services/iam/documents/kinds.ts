import type { Scope } from '../../../model/index.ts';
import { defineKind, defineSealedKind } from '../../../store/index.ts';
import type {
  AccessKeyDocument,
  GroupDocument,
  LoginProfileDocument,
  OidcProviderDocument,
  PasswordPolicyDocument,
  PolicyDocument,
  RoleDocument,
  UserDocument,
} from './documents.ts';

export const users = defineKind<UserDocument>('IamUser');
export const groups = defineKind<GroupDocument>('IamGroup');
export const roles = defineKind<RoleDocument>('IamRole');
export const policies = defineKind<PolicyDocument>('IamPolicy');
/** By the key's id. */
export const accessKeys = defineSealedKind<AccessKeyDocument>('IamAccessKey');
/** By the user's name in lower case. */
export const loginProfiles = defineSealedKind<LoginProfileDocument>('IamLoginProfile');
/** The document's id: an account has one at most. */
export const PASSWORD_POLICY_ID = 'policy';
export const passwordPolicies = defineKind<PasswordPolicyDocument>('IamPasswordPolicy');
/** By the provider's URL without its scheme. */
export const oidcProviders = defineKind<OidcProviderDocument>('IamOidcProvider');
/** The alias of an account, `alias`. */
export const accountAliases = defineKind<string>('IamAccountAlias');

/** IAM belongs to an account and to no region of it. */
export function globalScope(accountId: string): Scope {
  return { accountId, region: 'aws-global' };
}

/**
 * Names that differ in case alone are one name (IAM user guide, "IAM and AWS STS quotas": "Names ... are not distinguished by
 * case"). One that could name nothing becomes an id that is never written.
 */
export function nameId(name: string): string {
  return /^[\w+=,.@-]{1,128}$/.test(name) ? name.toLowerCase() : '/';
}

import type { AwsClient, Output } from '../../../aws/index.ts';
import { useIam } from '../use-iam.ts';

export type PasswordPolicy = NonNullable<Output<'iam', 'getAccountPasswordPolicy'>['PasswordPolicy']>;

/** The account's other name; empty where it has none. */
export function useAlias() {
  return useIam<string>(['alias'], async (aws) => {
    const { AccountAliases = [] } = await aws.call('iam', 'listAccountAliases', {});
    return AccountAliases[0] ?? '';
  });
}

/** What passwords must be like; `none` where AWS's standard holds. */
export function usePasswordPolicy() {
  return useIam<PasswordPolicy | 'none'>(['password-policy'], readPasswordPolicy);
}

async function readPasswordPolicy(aws: AwsClient): Promise<PasswordPolicy | 'none'> {
  try {
    return (await aws.call('iam', 'getAccountPasswordPolicy', {})).PasswordPolicy ?? 'none';
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchEntity') return 'none';
    throw error;
  }
}

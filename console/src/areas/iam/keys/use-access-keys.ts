import type { AwsClient, Output } from '../../../aws/index.ts';
import { allPages, useIam } from '../use-iam.ts';

type Metadata = NonNullable<Output<'iam', 'listAccessKeys'>['AccessKeyMetadata']>[number];
type LastUsed = Output<'iam', 'getAccessKeyLastUsed'>['AccessKeyLastUsed'];

export interface AccessKey extends Metadata {
  /** Undefined where nobody may say. */
  readonly lastUsed: LastUsed | undefined;
}

/** A user's access keys, of which there are two at most (IAM user guide, "IAM and AWS STS quotas"). */
export function useAccessKeys(userName: string) {
  return useIam<readonly AccessKey[]>(['access-keys', userName], async (aws) => {
    const keys = await allPages(
      (from) => aws.call('iam', 'listAccessKeys', { UserName: userName, ...from }),
      (page) => page.AccessKeyMetadata,
    );
    return Promise.all(keys.map(async (key) => ({ ...key, lastUsed: await lastUse(aws, key.AccessKeyId ?? '') })));
  });
}

/** Whoever may list keys need not be allowed to ask this. */
async function lastUse(aws: AwsClient, AccessKeyId: string): Promise<LastUsed | undefined> {
  try {
    return (await aws.call('iam', 'getAccessKeyLastUsed', { AccessKeyId })).AccessKeyLastUsed;
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDenied') return undefined;
    throw error;
  }
}

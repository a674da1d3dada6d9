import type { AwsClient, Output } from '../../../aws/index.ts';
import { allPages, useIam } from '../use-iam.ts';

type Page = Output<'iam', 'getGroup'>;
export type Member = NonNullable<Page['Users']>[number];

export interface GroupWithMembers {
  readonly group: Page['Group'] | undefined;
  readonly members: readonly Member[];
}

export function useGroup(groupName: string) {
  return useIam<GroupWithMembers>(['group', groupName], (aws) => readGroup(aws, groupName));
}

export async function readGroup(aws: AwsClient, GroupName: string): Promise<GroupWithMembers> {
  const pages: Page[] = [];
  const members = await allPages(
    (from) => aws.call('iam', 'getGroup', { GroupName, ...from, MaxItems: 1000 }),
    (page) => {
      pages.push(page);
      return page.Users;
    },
  );
  return { group: pages[0]?.Group, members };
}

import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type ReactNode } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { ClientList } from '../clients/client-list.tsx';
import { GroupList } from '../groups/group-list.tsx';
import { DomainBox } from '../scopes/domain-box.tsx';
import { ResourceServerList } from '../scopes/resource-server-list.tsx';
import { SignInTest } from '../sign-in/sign-in-test.tsx';
import { UserList } from '../users/user-list.tsx';
import { Overview } from './overview.tsx';
import { PoolSettings } from './pool-settings.tsx';
import type { UserPool } from './use-pools.ts';

const texts = pools.tabs;

export function poolTabs(pool: UserPool): TabsProps.Tab[] {
  const { Id: poolId = '', Arn: arn = '' } = pool;
  return [
    tab(
      'overview',
      <Overview pool={pool} />,
      <PoolSettings pool={pool} />,
      <ResourceTags service="cognito-idp" arn={arn} />,
    ),
    tab('users', <UserList pool={pool} />),
    tab('groups', <GroupList poolId={poolId} />),
    tab('clients', <ClientList poolId={poolId} />),
    tab('scopes', <DomainBox pool={pool} />, <ResourceServerList poolId={poolId} />),
    tab('sign-in', <SignInTest poolId={poolId} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...parts: readonly ReactNode[]): TabsProps.Tab {
  return { id, label: texts[id], content: <SpaceBetween size="l">{Children.toArray(parts)}</SpaceBetween> };
}

import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { roles } from '../../../texts/en/roles.ts';
import { rolePath } from '../addresses.ts';
import { Boundary } from '../permissions/boundary.tsx';
import { PermissionsTab } from '../permissions/permissions-tab.tsx';
import { policyText } from '../policy-text.ts';
import { RoleTags } from './role-tags.tsx';
import { TrustTab } from './trust-tab.tsx';
import type { Role } from './use-role.ts';

const texts = roles.tabs;

export function RoleTabs({ role }: { readonly role: Role }): JSX.Element {
  const { RoleName = '', AssumeRolePolicyDocument, PermissionsBoundary, Tags } = role;
  const navigate = useNavigate();
  const [tab] = useQueryParam('tab');
  const entity = { kind: 'role', name: RoleName } as const;
  return (
    <Tabs
      ariaLabel={texts.label}
      activeTabId={tab === '' ? 'permissions' : tab}
      // A search or a dialog on one tab means nothing on another.
      onChange={({ detail }) => navigate(`${rolePath(RoleName)}?tab=${detail.activeTabId}`, { replace: true })}
      tabs={[
        {
          id: 'permissions',
          label: texts.permissions,
          content: (
            <SpaceBetween size="l">
              <PermissionsTab entity={entity} />
              <Boundary entity={entity} boundary={PermissionsBoundary?.PermissionsBoundaryArn} />
            </SpaceBetween>
          ),
        },
        {
          id: 'trust',
          label: texts.trust,
          content: <TrustTab roleName={RoleName} saved={policyText(AssumeRolePolicyDocument)} />,
        },
        { id: 'tags', label: texts.tags, content: <RoleTags roleName={RoleName} saved={Tags} /> },
      ]}
    />
  );
}

import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { roles as texts } from '../../../texts/en/roles.ts';
import { trailOf } from '../addresses.ts';
import { SimulateButton } from '../entity/simulate-button.tsx';
import { DeleteRole } from './delete-role.tsx';
import { RoleSummary } from './role-summary.tsx';
import { RoleTabs } from './role-tabs.tsx';
import { useRole } from './use-role.ts';

/** One role: who may assume it, what it may do. */
export default function RolePage(): JSX.Element {
  const { roleName } = usePageParams('roleName');
  const navigate = useNavigate();
  const role = useRole(roleName);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={roleName}
      trail={trailOf({ text: texts.title, path: '/iam/roles' })}
      actions={
        !isGone(role.error) && (
          <SpaceBetween direction="horizontal" size="xs">
            <SimulateButton arn={role.data?.Role?.Arn} />
            <Button onClick={() => setDialog('delete')}>{texts.delete.title}</Button>
          </SpaceBetween>
        )
      }
    >
      <QueryState query={role}>
        {({ Role }) =>
          Role && (
            <SpaceBetween size="l">
              <RoleSummary role={Role} />
              <RoleTabs role={Role} />
            </SpaceBetween>
          )
        }
      </QueryState>
      {dialog === 'delete' && (
        <DeleteRole
          roleName={roleName}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/iam/roles', { replace: true })}
        />
      )}
    </Page>
  );
}

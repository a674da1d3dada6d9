import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { poolPath } from '../pools/use-pools.ts';
import { usePoolTrail } from '../trail.ts';
import { ClientDetails } from './client-details.tsx';
import { OwnAccess } from './own-access.tsx';
import { useClient } from './use-clients.ts';

const texts = pools.clients;

/** One app client. */
export default function ClientPage(): JSX.Element {
  const { poolId, clientId } = usePageParams('poolId', 'clientId');
  const href = useHref();
  const navigate = useNavigate();
  const trail = usePoolTrail(poolId, 'clients');
  const client = useClient(poolId, clientId);
  const remove = useAction('cognito-idp', 'deleteUserPoolClient');
  const [dialog, setDialog] = useQueryParam('dialog');
  const name = client.data?.ClientName ?? clientId;
  return (
    <Page
      title={name}
      trail={trail}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={!client.data} onClick={() => setDialog('delete')}>
            {texts.delete.button}
          </Button>
          <Button href={href(`${poolPath(poolId)}?tab=sign-in&client=${encodeURIComponent(clientId)}`)}>
            {texts.trySignIn}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={client}>
        {(data) => (
          <SpaceBetween size="l">
            <ClientDetails client={data} />
            <OwnAccess client={data} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && client.data && (
        <DeleteDialog
          texts={texts.delete}
          name={name}
          action={remove}
          input={{ UserPoolId: poolId, ClientId: clientId }}
          onClose={() => setDialog('')}
          onDeleted={() => navigate(`${poolPath(poolId)}?tab=clients`, { replace: true })}
        />
      )}
    </Page>
  );
}

import Button from '@cloudscape-design/components/button';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { pools as texts } from '../../../texts/en/pools.ts';
import { POOL_TRAIL } from '../trail.ts';
import { DeletePool } from './delete-pool.tsx';
import { poolTabs } from './pool-tabs.tsx';
import { poolPath, usePool } from './use-pools.ts';

/** One user pool, a tab for each part. */
export default function PoolPage(): JSX.Element {
  const { poolId } = usePageParams('poolId');
  const navigate = useNavigate();
  const pool = usePool(poolId);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const name = pool.data?.Name ?? poolId;
  return (
    <Page
      title={name}
      trail={POOL_TRAIL}
      actions={
        <Button disabled={!pool.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={pool}>
        {(data) => (
          <Tabs
            ariaLabel={texts.tabs.label}
            activeTabId={tab === '' ? 'overview' : tab}
            // A search or a choice on one tab means nothing on another.
            onChange={({ detail }) => navigate(`${poolPath(poolId)}?tab=${detail.activeTabId}`, { replace: true })}
            tabs={poolTabs(data)}
          />
        )}
      </QueryState>
      {dialog === 'delete' && pool.data && (
        <DeletePool
          poolId={poolId}
          name={name}
          onClose={() => setDialog('')}
          onDeleted={() => navigate('/user-pools', { replace: true })}
        />
      )}
    </Page>
  );
}

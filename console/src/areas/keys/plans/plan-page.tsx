import Button from '@cloudscape-design/components/button';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { usagePlans as texts } from '../../../texts/en/usage-plans.ts';
import { PLAN_TRAIL } from '../trail.ts';
import { DeletePlan } from './delete-plan.tsx';
import { planTabs } from './plan-tabs.tsx';
import { planPath, usePlan } from './use-plans.ts';

/** One usage plan, a tab for each part. */
export default function PlanPage(): JSX.Element {
  const { planId } = usePageParams('planId');
  const navigate = useNavigate();
  const plan = usePlan(planId);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={plan.data?.name ?? planId}
      trail={PLAN_TRAIL}
      actions={
        <Button disabled={!plan.data} onClick={() => setDialog('delete')}>
          {texts.delete.button}
        </Button>
      }
    >
      <QueryState query={plan}>
        {(data) => (
          <>
            <Tabs
              ariaLabel={texts.tabs.label}
              activeTabId={tab === '' ? 'details' : tab}
              // A search or a choice on one tab means nothing on another.
              onChange={({ detail }) => navigate(`${planPath(planId)}?tab=${detail.activeTabId}`, { replace: true })}
              tabs={planTabs(data)}
            />
            {dialog === 'delete' && (
              <DeletePlan
                plan={data}
                onClose={() => setDialog('')}
                onDeleted={() => navigate('/usage-plans', { replace: true })}
              />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

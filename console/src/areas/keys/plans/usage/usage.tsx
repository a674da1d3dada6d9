import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { ErrorAlert } from '../../../../parts/error-alert.tsx';
import { KeyValues } from '../../../../parts/key-values.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { usePlanKeys } from '../keys/use-plan-keys.ts';
import type { UsagePlan } from '../use-plans.ts';
import { quotaText } from '../words.ts';
import { totalDays } from './key-usage.ts';
import { UsageByKey } from './usage-by-key.tsx';
import { UsageChart } from './usage-chart.tsx';
import { UsageFilter } from './usage-filter.tsx';
import { useUsage } from './use-usage.ts';

const texts = usagePlans.usage;
const SHORTEST_DAYS = 7;

/** What the keys of a plan have used, day by day, and what is left to them. */
export function Usage({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const { id: planId = '', quota } = plan;
  const [keyId, setKeyId] = useQueryParam('key');
  const [days, setDays] = useQueryParam('days');
  const keys = usePlanKeys(planId);
  const usage = useUsage(planId, Number(days) || SHORTEST_DAYS, quota !== undefined);
  if (quota === undefined) return <Alert>{texts.noQuota}</Alert>;
  const shown = (usage.data ?? []).filter((one) => keyId === '' || one.keyId === keyId);
  const [only] = keyId === '' ? [] : shown;
  const used = shown.reduce((sum, one) => sum + one.used, 0);
  const period = usagePlans.periods[quota.period ?? ''] ?? '';
  return (
    <SpaceBetween size="l">
      <UsageFilter keys={keys.data ?? []} keyId={keyId} days={days} onKey={setKeyId} onDays={setDays} />
      <Container header={<Header variant="h2">{texts.chart}</Header>}>
        <SpaceBetween size="l">
          {usage.error && <ErrorAlert error={usage.error} retry={() => usage.refetch()} />}
          <KeyValues
            pairs={[
              [texts.quota, quotaText(quota)],
              [texts.used, used.toLocaleString('en')],
              ...(only ? [[texts.remaining(period), only.remaining.toLocaleString('en')] as const] : []),
            ]}
          />
          <UsageChart days={totalDays(shown)} isLoading={usage.isPending} />
        </SpaceBetween>
      </Container>
      <UsageByKey planId={planId} period={period} usage={usage} keys={keys.data ?? []} />
    </SpaceBetween>
  );
}

import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { PeriodPicker, RefreshButton, usePeriod } from '../../../parts/period/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { ApiStageFilter } from '../api-stage-filter.tsx';
import { trailOf } from '../trail.ts';
import { useMonitoredApis } from '../use-monitored-apis.ts';
import { ApiMetrics } from './api-metrics.tsx';
import { ApiTotals } from './api-totals.tsx';

const texts = monitor.metrics;

/** How APIs do: all of them by figures, or one, or one of its stages, by charts. At `/apis/ID/dashboard` it is that API's. */
export default function OverviewPage(): JSX.Element {
  const { apiId: ofPage } = usePageParams('apiId');
  const href = useHref();
  const apis = useMonitoredApis();
  const [chosenApi, setApi] = useQueryParam('api');
  const [stage, setStage] = useQueryParam('stage');
  const [compare, setCompare] = useQueryParam('compare');
  const shown = usePeriod();
  const apiId = ofPage === '' ? chosenApi : ofPage;
  const api = apis.data?.find(({ id }) => id === apiId);
  const requests = `/requests${apiId && `?api=${apiId}`}${stage && `&stage=${encodeURIComponent(stage)}`}`;
  return (
    <Page
      title={ofPage === '' ? texts.title : texts.dashboard}
      trail={trailOf(ofPage === '' ? undefined : { ...api, id: ofPage })}
      description={texts.description}
      actions={<Button href={href(requests)}>{texts.requests}</Button>}
    >
      <QueryState query={apis}>
        {(all) => (
          <SpaceBetween size="l">
            <SpaceBetween direction="horizontal" size="s" alignItems="end">
              <ApiStageFilter
                apis={all}
                apiId={apiId}
                stage={stage}
                onStage={setStage}
                {...(ofPage === '' && { onApi: setApi })}
              />
              <PeriodPicker chosen={shown.chosen} onChoose={shown.choose} />
              <RefreshButton seconds={shown.refreshSeconds} onRefresh={shown.refresh} onChoose={shown.setRefresh} />
              {api && (
                <Toggle
                  checked={compare !== ''}
                  onChange={({ detail }) => setCompare(detail.checked ? 'previous' : '')}
                >
                  {texts.compare}
                </Toggle>
              )}
            </SpaceBetween>
            {api ? (
              <ApiMetrics api={api} stage={stage} period={shown.period} isCompared={compare !== ''} />
            ) : (
              <ApiTotals apis={all} period={shown.period} />
            )}
          </SpaceBetween>
        )}
      </QueryState>
    </Page>
  );
}

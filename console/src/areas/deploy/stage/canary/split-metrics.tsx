import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../../data/index.ts';
import { QueryState } from '../../../../parts/query-state.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';
import { SplitChart } from './split-chart.tsx';
import { SplitTable } from './split-table.tsx';
import { usePeriodEnd } from './use-period-end.ts';
import { periodOf, useSplitMetrics } from './use-split-metrics.ts';

const texts = deploy.split;

/** Canary and current release beside each other. */
export function SplitMetrics({ apiId, stage: { stageName = '' } }: StageProps): JSX.Element {
  const api = useCall('apigateway', 'getRestApi', { restApiId: apiId });
  const [chosen, choose] = useQueryParam('period');
  const period = Object.hasOwn(texts.periods, chosen) ? (chosen as keyof typeof texts.periods) : '60';
  const until = usePeriodEnd(periodOf(Number(period)));
  const metrics = useSplitMetrics(api.data ? metricName(api.data.name, apiId) : '', stageName, Number(period), until);
  const options = Object.entries(texts.periods).map(([value, label]) => ({ value, label }));
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.hint}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Select
                ariaLabel={texts.period}
                options={options}
                selectedOption={{ value: period, label: texts.periods[period] }}
                onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
              />
              <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => metrics.refetch()} />
            </SpaceBetween>
          }
        >
          {texts.title}
        </Header>
      }
    >
      <QueryState query={metrics}>
        {(figures) => (
          <SpaceBetween size="l">
            <SplitTable figures={figures} />
            <Box variant="h3">{texts.chart(periodOf(Number(period)) / 60)}</Box>
            <SplitChart figures={figures} from={until - Number(period) * 60_000} until={until} />
          </SpaceBetween>
        )}
      </QueryState>
    </Container>
  );
}

/** The API's name as metrics know it: without what is not ASCII, or its id where nothing is left. */
function metricName(name: string | undefined, apiId: string): string {
  const ascii = (name ?? '').replace(/[^\x20-\x7e]/g, '').trim();
  return ascii === '' ? apiId : ascii;
}

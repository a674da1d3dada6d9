import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { LineChart, useMetrics } from '../../../parts/metrics/index.ts';
import { PeriodPicker, RefreshButton, stepOf, usePeriod } from '../../../parts/period/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import type { FunctionProps } from '../detail/function-props.ts';
import { LATEST } from '../use-versions.ts';
import { CHARTS, linesOf, queriesOf } from './charts.ts';

const texts = functionVersions.monitor;

/** How often a function ran, failed, and how long it took; of a version or an alias where one is shown. */
export function MonitorTab({ functionName, qualifier }: FunctionProps): JSX.Element {
  const { chosen, choose, period, refresh, refreshSeconds, setRefresh } = usePeriod();
  const dimensions = {
    FunctionName: functionName,
    ...(qualifier !== LATEST && { Resource: `${functionName}:${qualifier}` }),
  };
  const metrics = useMetrics(queriesOf(dimensions, stepOf(period)), period);
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <PeriodPicker chosen={chosen} onChoose={choose} />
        <RefreshButton seconds={refreshSeconds} onRefresh={refresh} onChoose={setRefresh} />
      </SpaceBetween>
      {metrics.error ? (
        <ErrorAlert error={metrics.error} retry={() => metrics.refetch()} />
      ) : (
        <ColumnLayout columns={2} minColumnWidth={380}>
          {CHARTS.map((chart) => (
            <Container key={chart.name} header={<Header variant="h3">{texts.charts[chart.name]}</Header>}>
              <LineChart
                label={texts.charts[chart.name]}
                period={period}
                isLoading={metrics.isPending}
                lines={linesOf(chart, metrics.data, period)}
                {...(chart.unit && { unit: chart.unit })}
              />
            </Container>
          ))}
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}

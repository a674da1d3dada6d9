import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { colorChartsStatusHigh, colorChartsStatusMedium } from '@cloudscape-design/design-tokens';
import type { JSX } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { LineChart, useMetrics } from '../../../parts/metrics/index.ts';
import { type Period, previousOf, stepOf } from '../../../parts/period/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { CHARTS, linesOf } from './charts.ts';
import { ALL_MEASURES, queriesOf, type Subject } from './measures.ts';

const texts = monitor.metrics;
const COLORS = { clientErrors: colorChartsStatusMedium, serverErrors: colorChartsStatusHigh };

interface Props {
  readonly subject: Subject;
  readonly period: Period;
  readonly isCompared: boolean;
}

/** Requests, errors, latencies and the cache over time, with the period before where that is wanted. */
export function MetricCharts({ subject, period, isCompared }: Props): JSX.Element {
  const queries = queriesOf(subject, ALL_MEASURES, stepOf(period));
  const now = useMetrics(queries, period);
  const before = useMetrics(isCompared ? queries : [], previousOf(period));
  const error = now.error ?? before.error;
  if (error) return <ErrorAlert error={error} retry={() => now.refetch()} />;
  return (
    <ColumnLayout columns={2} minColumnWidth={380}>
      {CHARTS.map(({ name, measures, unit, isOptional }) => {
        const lines = linesOf(measures, now.data, isCompared ? before.data : undefined, period, COLORS);
        if (isOptional && lines.every(({ points }) => points.length === 0)) return null;
        return (
          <Container key={name} header={<Header variant="h3">{texts.charts[name]}</Header>}>
            <LineChart
              label={texts.charts[name]}
              period={period}
              isLoading={now.isPending}
              lines={lines}
              {...(unit && { unit })}
            />
          </Container>
        );
      })}
    </ColumnLayout>
  );
}

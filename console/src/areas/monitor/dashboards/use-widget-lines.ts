import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError } from '../../../aws/index.ts';
import { type ChartLine, dataQuery, type MetricSeries, readSeries } from '../../../parts/metrics/index.ts';
import type { Period } from '../../../parts/period/index.ts';
import { useAws } from '../../../session/index.ts';
import type { Line } from './widgets.ts';

/** What is drawn of a widget: its metrics, and what its expressions come to. */
export function useWidgetLines(lines: readonly Line[], period: Period): UseQueryResult<readonly ChartLine[], AwsError> {
  const aws = useAws();
  return useQuery<readonly ChartLine[], AwsError>({
    queryKey: [aws.region, 'cloudwatch', 'getMetricData', 'widget', lines, period],
    queryFn: async ({ signal }) => linesOf(lines, await readSeries(aws, lines.map(queryOf), period, signal)),
    placeholderData: keepPreviousData,
  });
}

function queryOf({ query, label, isShown }: Line): Parameters<typeof readSeries>[1][number] {
  const asked =
    'expression' in query ? { Id: query.id, Expression: query.expression, Period: query.step } : dataQuery(query);
  return { ...asked, ReturnData: isShown, ...(label !== undefined && { Label: label }) };
}

/** In the order of the widget; an expression that searches has several. */
function linesOf(lines: readonly Line[], series: readonly MetricSeries[]): readonly ChartLine[] {
  return lines.flatMap((line) => {
    const found = series.filter(({ id }) => id === line.query.id);
    const isNamed = line.label !== undefined || found.length > 1;
    return found.map(({ label, points }) => ({ title: isNamed ? label : nameOf(line), points }));
  });
}

/** Of what the body gives no label. */
function nameOf({ query }: Line): string {
  return 'expression' in query ? query.expression : [...Object.values(query.dimensions), query.metricName].join(' ');
}

import type { MetricDatum, MetricDimension, MetricSample } from '../../model/index.ts';
import { histogramOf } from '../metrics/cloudwatch-data.ts';
import type { FunctionCounts, FunctionRun } from './function-counters.ts';

interface Measure {
  readonly metricName: string;
  readonly unit: string;
  readonly sample: MetricSample;
}

/** What was counted of a function, as CloudWatch has it in `AWS/Lambda` (Lambda guide, "Viewing metrics for Lambda functions"). */
export function functionDataOf(counts: FunctionCounts, timestampMs: number): readonly MetricDatum[] {
  const measures = measuresOf(counts);
  return dimensionsOf(counts.run).flatMap((dimensions) =>
    measures.map((measure) => ({
      namespace: 'AWS/Lambda',
      dimensions,
      timestampMs,
      storageResolution: 60 as const,
      ...measure,
    })),
  );
}

/** By function, by what was asked for, and by what then ran; all functions together have no dimension. */
function dimensionsOf({
  functionArn,
  qualifier,
  executedVersion,
}: FunctionRun): readonly (readonly MetricDimension[])[] {
  const functionName = functionArn.slice(functionArn.lastIndexOf(':') + 1);
  const name = { name: 'FunctionName', value: functionName };
  const resource = {
    name: 'Resource',
    value: qualifier === undefined || qualifier === '$LATEST' ? functionName : `${functionName}:${qualifier}`,
  };
  const isAlias = qualifier !== undefined && !/^(\$LATEST|\d+)$/.test(qualifier);
  return [
    [],
    [name],
    [name, resource],
    ...(isAlias ? [[{ name: 'ExecutedVersion', value: executedVersion }, name, resource]] : []),
  ];
}

function measuresOf(counts: FunctionCounts): readonly Measure[] {
  const { invocations, errors, throttles, durationSumMs, durations, concurrency } = counts;
  const ones = (count: number): MetricSample => ({ sampleCount: count, sum: count, minimum: 1, maximum: 1 });
  const ran: readonly Measure[] =
    invocations === 0
      ? []
      : [
          { metricName: 'Invocations', unit: 'Count', sample: ones(invocations) },
          {
            metricName: 'Errors',
            unit: 'Count',
            sample: { values: [0, 1], counts: [invocations - errors, errors] },
          },
          {
            metricName: 'Duration',
            unit: 'Milliseconds',
            sample: {
              sampleCount: invocations,
              sum: durationSumMs,
              minimum: durations.minimum,
              maximum: durations.maximum,
              histogram: histogramOf(durations),
            },
          },
        ];
  const asked: readonly Measure[] =
    invocations + throttles === 0
      ? []
      : [
          {
            metricName: 'Throttles',
            unit: 'Count',
            sample: { values: [0, 1], counts: [invocations, throttles] },
          },
        ];
  return [...ran, ...asked, { metricName: 'ConcurrentExecutions', unit: 'Count', sample: { value: concurrency } }];
}

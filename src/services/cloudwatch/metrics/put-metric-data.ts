import type { Call } from '../../../aws/index.ts';
import { MetricStoreFullError } from '../../../metrics/index.ts';
import type { MetricDatum } from '../../../model/index.ts';
import type { CloudWatchContext } from '../context.ts';
import { invalidParameterValue, limitExceeded, missingParameter } from '../errors.ts';
import type { In } from '../types.ts';
import { checkData, type GivenDatum, sampleOf } from './check-data.ts';
import { checkEntities } from './entities.ts';
import { METRIC_DATA_LIMITS } from './limits.ts';
import { dimensionsOf, namespaceProblems } from './names.ts';

/** `PutMetricData`: all of a call is kept, or nothing. */
export async function putMetricData(
  { metrics }: Pick<CloudWatchContext, 'metrics'>,
  { Namespace, MetricData = [], EntityMetricData = [], StrictEntityValidation }: In<'putMetricData'>,
  { scope, nowMs }: Call,
) {
  const [problem] = namespaceProblems(Namespace, false);
  if (problem !== undefined) throw invalidParameterValue(problem);
  const ofEntities = EntityMetricData.flatMap((entity) => entity.MetricData ?? []);
  if (MetricData.length + ofEntities.length === 0) throw missingParameter('The parameter MetricData is required.');
  if (MetricData.length + ofEntities.length > METRIC_DATA_LIMITS.data) {
    throw invalidParameterValue(
      `The collection MetricData must not have a size greater than ${METRIC_DATA_LIMITS.data}.`,
    );
  }
  checkEntities(EntityMetricData, StrictEntityValidation);
  checkData(MetricData, 'MetricData', nowMs);
  EntityMetricData.forEach((entity, index) => {
    checkData(entity.MetricData ?? [], `EntityMetricData.member.${index + 1}.MetricData`, nowMs);
  });
  const data = [...MetricData, ...ofEntities].filter(hasSamples);
  try {
    await metrics.put(
      scope,
      data.map((datum) => render(Namespace, datum, nowMs)),
    );
  } catch (error) {
    if (error instanceof MetricStoreFullError) throw limitExceeded(error.message);
    throw error;
  }
  return {};
}

/** What was measured no time leaves nothing to keep. */
function hasSamples({ StatisticValues, Counts = [] }: GivenDatum): boolean {
  if (StatisticValues) return (StatisticValues.SampleCount ?? 0) > 0;
  return Counts.length === 0 || Counts.some((count) => count > 0);
}

function render(namespace: string, datum: GivenDatum, nowMs: number): MetricDatum {
  return {
    namespace,
    metricName: datum.MetricName ?? '',
    dimensions: dimensionsOf(datum.Dimensions),
    timestampMs: datum.Timestamp?.getTime() ?? nowMs,
    unit: datum.Unit ?? 'None',
    storageResolution: datum.StorageResolution === 1 ? 1 : 60,
    sample: sampleOf(datum),
  };
}

/**
 * Anomaly detectors. What a metric should be is worked out when it is asked for (`expectations.ts`), so a detector only says which
 * times that leaves out.
 */
import { enumListViolations, rangeViolations } from '../../../aws/index.ts';
import { parseStatistic } from '../../../metrics/index.ts';
import type { Scope } from '../../../model/index.ts';
import { refuseConstraints, resourceNotFoundException } from '../alarm-errors.ts';
import { readMetric } from '../alarms/read-metric.ts';
import type { CloudWatchContext } from '../context.ts';
import { invalidParameterCombination, invalidParameterValue, missingParameter, notSupported } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf, readToken } from '../pagination.ts';
import type { CloudWatchHandlers, In } from '../types.ts';
import { type AnomalyDetector, anomalyDetectors, type DetectedMetric, keyOf } from './documents.ts';
import { TRAINING } from './expectations.ts';

const HOUR_MS = 3_600_000;

/** API reference, `PutAnomalyDetector`, `DescribeAnomalyDetectors`, `DeleteAnomalyDetector`. */
export function anomalyDetectorHandlers({
  store,
  metrics,
  uuid,
}: Pick<CloudWatchContext, 'store' | 'metrics' | 'uuid'>) {
  async function render(scope: Scope, detector: AnomalyDetector, nowMs: number) {
    const { id, namespace, metricName, stat, excluded } = detector;
    const Dimensions = detector.dimensions.map(({ name, value }) => ({ Name: name, Value: value }));
    const metric = { Namespace: namespace, MetricName: metricName, Dimensions };
    const order = { ...metric, statistic: stat, unit: undefined, periodSeconds: 3_600 };
    const hours = (
      await readMetric(metrics, scope, order, Math.floor((nowMs - TRAINING.ms) / HOUR_MS) * HOUR_MS, nowMs)
    ).length;
    const ExcludedTimeRanges = excluded.map(({ startMs, endMs }) => ({
      StartTime: new Date(startMs),
      EndTime: new Date(endMs),
    }));
    return {
      AnomalyDetectorId: id,
      ...metric,
      Stat: stat,
      SingleMetricAnomalyDetector: { ...metric, Stat: stat },
      Configuration: { ExcludedTimeRanges },
      StateValue: hours === 0 ? 'PENDING_TRAINING' : hours < TRAINING.hours ? 'TRAINED_INSUFFICIENT_DATA' : 'TRAINED',
    };
  }

  return {
    putAnomalyDetector: async (input, { scope }) => {
      const metric = readSubject(input);
      if (parseStatistic(metric.stat) === undefined)
        throw invalidParameterValue(`The value ${metric.stat} for parameter Stat is not supported.`);
      refuseUnsupported(input);
      const excluded = (input.Configuration?.ExcludedTimeRanges ?? []).map(({ StartTime, EndTime }) => ({
        startMs: StartTime.getTime(),
        endMs: EndTime.getTime(),
      }));
      if (excluded.some(({ startMs, endMs }) => endMs <= startMs)) {
        throw invalidParameterValue('An excluded time range must end after it has begun.');
      }
      await store.transact(async (tx) => {
        const before = (await tx.get(anomalyDetectors, scope, keyOf(metric)))?.value;
        await tx.put(anomalyDetectors, scope, keyOf(metric), { ...metric, id: before?.id ?? uuid(), excluded });
      });
      return {};
    },

    describeAnomalyDetectors: async (input, { scope, nowMs }) => {
      refuseConstraints(
        rangeViolations(input.MaxResults, 'maxResults', { min: 1, max: Number.POSITIVE_INFINITY }),
        enumListViolations(input.AnomalyDetectorTypes, 'anomalyDetectorTypes', ['SINGLE_METRIC', 'METRIC_MATH']),
      );
      const after = readToken(input.NextToken);
      const all = (await store.list(anomalyDetectors, scope, after === undefined ? {} : { after })).map(
        ({ value }) => value,
      );
      const { page, ...next } = pageOf(all.filter(wanted(input)), input.MaxResults ?? LIMITS.describedDetectors, keyOf);
      return { AnomalyDetectors: await Promise.all(page.map((detector) => render(scope, detector, nowMs))), ...next };
    },

    deleteAnomalyDetector: async (input, { scope }) => {
      const id = input.AnomalyDetectorId;
      await store.transact(async (tx) => {
        const found =
          id === undefined
            ? await tx.get(anomalyDetectors, scope, keyOf(readSubject(input)))
            : (await tx.list(anomalyDetectors, scope)).find(({ value }) => value.id === id);
        if (found === undefined) throw resourceNotFoundException('There is no such anomaly detector.');
        await tx.delete(anomalyDetectors, scope, found.id);
      });
      return {};
    },
  } satisfies CloudWatchHandlers;
}

type Subject = Pick<
  In<'putAnomalyDetector'>,
  'Namespace' | 'MetricName' | 'Dimensions' | 'Stat' | 'SingleMetricAnomalyDetector' | 'MetricMathAnomalyDetector'
>;

/** The metric, said by a member of its own or, as at first, by members of the call. */
function readSubject(input: Subject): DetectedMetric {
  if (input.MetricMathAnomalyDetector !== undefined)
    throw notSupported('anomaly detection on expressions (MetricMathAnomalyDetector)');
  const single = input.SingleMetricAnomalyDetector;
  if (single && (input.Namespace ?? input.MetricName ?? input.Stat) !== undefined) {
    throw invalidParameterCombination(
      'The metric must be said once, by SingleMetricAnomalyDetector or by Namespace, MetricName and Stat.',
    );
  }
  if (single?.AccountId !== undefined) throw notSupported('metrics of other accounts (AccountId)');
  const { Namespace, MetricName, Dimensions = [], Stat } = single ?? input;
  if (!Namespace || !MetricName || !Stat) throw missingParameter('Namespace, MetricName and Stat are required.');
  const dimensions = Dimensions.map(({ Name = '', Value = '' }) => ({ name: Name, value: Value }));
  return { namespace: Namespace, metricName: MetricName, dimensions, stat: Stat };
}

/** What would change how is learned, and does not here. */
function refuseUnsupported({ Configuration, MetricCharacteristics }: In<'putAnomalyDetector'>): void {
  for (const name of ['MetricTimezone', 'AdaptationSpeed', 'OutlierFilteringStrength'] as const) {
    if (Configuration?.[name] !== undefined) throw notSupported(`${name} of anomaly detectors`);
  }
  if (MetricCharacteristics?.PeriodicSpikes) throw notSupported('PeriodicSpikes of anomaly detectors');
}

function wanted(input: In<'describeAnomalyDetectors'>): (detector: AnomalyDetector) => boolean {
  const { Namespace, MetricName, Dimensions, AnomalyDetectorTypes, AnomalyDetectorIds } = input;
  if (AnomalyDetectorTypes?.length && !AnomalyDetectorTypes.includes('SINGLE_METRIC')) return () => false;
  return ({ id, namespace, metricName, dimensions }) =>
    (!AnomalyDetectorIds?.length || AnomalyDetectorIds.includes(id)) &&
    (Namespace === undefined || Namespace === namespace) &&
    (MetricName === undefined || MetricName === metricName) &&
    (Dimensions ?? []).every((wish) =>
      dimensions.some(({ name, value }) => name === wish.Name && value === wish.Value),
    );
}

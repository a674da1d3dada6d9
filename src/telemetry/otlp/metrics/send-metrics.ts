import {
  JsonMetricsSerializer,
  MetricsExporterMetricsHelper,
  ProtobufMetricsSerializer,
} from '@opentelemetry/otlp-transformer';
import type { Family } from '../../exposition/index.ts';
import { POINTS_PER_MESSAGE } from '../limits.ts';
import { openSender, originOf } from '../sender.ts';
import type { MetricTerms, OtlpTarget } from '../targets.ts';
import { metricMessages } from './messages.ts';
import { SeriesBook } from './series-book.ts';

/** Sends all families as they are now. @returns how many data points have arrived, and how many have not, and why */
export type SendMetrics = (
  families: Iterable<Family>,
  nowMs: number,
) => Promise<{ readonly arrived: number; readonly lost: number; readonly problem: string | undefined }>;

/**
 * Sends metrics to a target. Brings OpenTelemetry along, so it is loaded when they are sent for the first time.
 * @param startMs when counting began
 */
export function openMetricSender(
  target: OtlpTarget,
  terms: MetricTerms,
  version: string,
  startMs: number,
): SendMetrics {
  const send = openSender(target, {
    protobuf: ProtobufMetricsSerializer,
    json: JsonMetricsSerializer,
    helper: MetricsExporterMetricsHelper,
  });
  const { resource, scope } = originOf(version);
  const book = new SeriesBook(terms.isDelta, startMs);
  return async (families, nowMs) => {
    let arrived = 0;
    let lost = 0;
    let problem: string | undefined;
    for (const { metrics, points, settle } of metricMessages(families, book, terms, nowMs, POINTS_PER_MESSAGE)) {
      // Where one does not arrive the others would not, either: nobody waits for each of them.
      problem ??= await send({ resource, scopeMetrics: [{ scope, metrics }] }).catch(String);
      settle(problem === undefined);
      if (problem === undefined) arrived += points;
      else lost += points;
    }
    return { arrived, lost, problem };
  };
}

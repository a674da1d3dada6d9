import type { Stage } from '../../model/index.ts';

/**
 * What a stage asks for that changes nothing in the meaning of its answers and is not applied: the operator is told once,
 * the stage is served without.
 * @param hasLogs whether log groups are kept
 * @param hasSpans whether spans go anywhere
 */
export function notApplied(stage: Stage, hasLogs: boolean, hasSpans: boolean): readonly string[] {
  const settings = Object.values(stage.methodSettings);
  const isDelivered = /^arn:[\w-]+:firehose:/.test(stage.accessLogSettings?.destinationArn ?? '');
  const wanted: readonly [boolean, string][] = [
    [!hasLogs && stage.accessLogSettings !== undefined && !isDelivered, 'access logs (stage-logs is off)'],
    [stage.tracingEnabled && !hasSpans, 'traces (otlp-endpoint is not set)'],
    [
      !hasLogs && settings.some(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF'),
      'execution logs (stage-logs is off)',
    ],
  ];
  return wanted.filter(([isWanted]) => isWanted).map(([, feature]) => feature);
}

import type { Stage } from '../../model/index.ts';

/**
 * What a stage asks for that changes nothing in the meaning of its answers and is not applied: the operator is told once,
 * the stage is served without.
 */
export function notApplied(stage: Stage): readonly string[] {
  const settings = Object.values(stage.methodSettings);
  const wanted: readonly [boolean, string][] = [
    [stage.accessLogSettings !== undefined, 'access logs'],
    [stage.tracingEnabled, 'traces'],
    [settings.some(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF'), 'execution logs'],
    [settings.some((setting) => setting.metricsEnabled), 'metrics'],
  ];
  return wanted.filter(([isWanted]) => isWanted).map(([, feature]) => feature);
}

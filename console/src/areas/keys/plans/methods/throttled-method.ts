import { type Patch, pointer } from '../../../../data/index.ts';
import { stageName } from '../stages/stage-name.ts';
import type { UsagePlan } from '../use-plans.ts';

/** A method of a stage with a throttle of its own. */
export interface ThrottledMethod {
  /** `apiId:stageName`. */
  readonly stage: string;
  /** `/pets/GET`, as plans write it. */
  readonly method: string;
  readonly rate: number | undefined;
  readonly burst: number | undefined;
}

export function throttledMethods({ apiStages = [] }: UsagePlan): readonly ThrottledMethod[] {
  return apiStages.flatMap((stage) =>
    Object.entries(stage.throttle ?? {}).map(([method, { rateLimit, burstLimit }]) => ({
      stage: stageName(stage),
      method,
      rate: rateLimit,
      burst: burstLimit,
    })),
  );
}

/** `GET /pets` of `/pets/GET`; the root is `//GET`. */
export function methodText(method: string): string {
  const at = method.lastIndexOf('/');
  return `${method.slice(at + 1)} ${method.slice(0, at)}`;
}

/** Where a plan keeps it (API reference, "Patch Operations", UpdateUsagePlan). */
export function throttlePath({ stage, method }: Pick<ThrottledMethod, 'stage' | 'method'>): string {
  const at = method.lastIndexOf('/');
  return `/apiStages/${stage}/throttle/${pointer(method.slice(0, at))}/${method.slice(at + 1)}`;
}

export function throttleRemoval(method: ThrottledMethod): Patch[] {
  return [{ op: 'remove', path: throttlePath(method) }];
}

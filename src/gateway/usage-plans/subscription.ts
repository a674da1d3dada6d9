import type { QuotaTerms, Scope, ThrottleSettings, UsageKey, UsagePlanTerms } from '../../model/index.ts';
import type { Rate } from '../../rate-limit/index.ts';
import { ACCOUNT_BURST, ACCOUNT_RATE_PER_SECOND } from '../limits.ts';
import { bucketIdOf } from './bucket-ids.ts';

/** A limit with the name under which it is counted. */
export interface Counted<Terms> {
  readonly id: string;
  readonly terms: Terms;
}

/** What one key may do at one stage by its plan. Undefined limits are none. */
export interface Subscription {
  readonly keyId: string;
  /** Over all stages of the plan (fact D114). */
  readonly throttle: Counted<Rate> | undefined;
  /** Of methods that the plan limits by themselves: `/pets/GET`. They hold in place of the plan's throttle. */
  readonly methods: ReadonlyMap<string, Counted<Rate>>;
  readonly quota: Counted<QuotaTerms> | undefined;
}

/** A plan with its limits resolved: the same objects for every key, so that a change of terms shows by identity. */
export interface Plan {
  readonly terms: UsagePlanTerms;
  readonly throttle: Rate | undefined;
  /** Throttles of methods by stage; a stage that is not there is not opened. */
  readonly stages: ReadonlyMap<string, ReadonlyMap<string, Rate>>;
}

export function readPlan(terms: UsagePlanTerms): Plan {
  return {
    terms,
    throttle: terms.throttle && rateOf(terms.throttle),
    stages: new Map(
      terms.apiStages.map(({ apiId, stage, throttle = {} }) => [
        `${apiId}/${stage}`,
        new Map(Object.entries(throttle).map(([method, settings]) => [method, rateOf(settings)])),
      ]),
    ),
  };
}

/** @param stage `apiId/stageName`, opened by the plan */
export function subscribe(scope: Scope, { terms, throttle, stages }: Plan, key: UsageKey, stage: string): Subscription {
  const ids = { planId: terms.id, keyId: key.id };
  const id = bucketIdOf(scope, { kind: 'key', ...ids });
  const [apiId = '', stageName = ''] = stage.split('/', 2);
  const methods = [...(stages.get(stage) ?? [])].map(([method, rate]): [string, Counted<Rate>] => [
    method,
    { id: bucketIdOf(scope, { kind: 'key at a method', ...ids, apiId, stage: stageName, method }), terms: rate },
  ]);
  return {
    keyId: key.id,
    throttle: throttle && { id, terms: throttle },
    methods: new Map(methods),
    quota: terms.quota && { id, terms: { scope, planId: terms.id, keyId: key.id, quota: terms.quota } },
  };
}

function rateOf({ rateLimit, burstLimit }: ThrottleSettings): Rate {
  return { perSecond: rateLimit ?? ACCOUNT_RATE_PER_SECOND, burst: burstLimit ?? ACCOUNT_BURST };
}

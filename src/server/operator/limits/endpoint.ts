import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import type { BucketLevel } from '../../../rate-limit/index.ts';
import { badRequest } from '../json-body.ts';

export interface LimitsOptions {
  /** Every token bucket that is not full, wherever it is counted. */
  levels(): Promise<readonly BucketLevel[]>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * `GET /_sallyport/limits?plan=ID` or `?api=ID&stage=NAME`: throttles as they stand, of those that are not full. Needs `apigateway:GET`
 * on the plan or the API, and on all plans and APIs where neither is named.
 */
export function limitsEndpoint({ levels, now }: LimitsOptions): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/_sallyport/limits',
    access(request) {
      const { plan, api } = readQuery(request);
      const base = `arn:aws:apigateway:${request.call.scope.region}::`;
      const places = [
        ...(plan === undefined ? [] : [`/usageplans/${plan}`]),
        ...(api === undefined ? [] : [`/restapis/${api}`]),
      ];
      const all = places.length > 0 ? places : ['/usageplans', '/restapis'];
      return all.map((place) => ({ action: 'apigateway:GET', resource: base + place }));
    },
    async answer(request) {
      const wanted = readQuery(request);
      const { scope } = request.call;
      const { readBucketId } = await import('../../../gateway/index.ts');
      const buckets = (await levels()).flatMap(({ id, rate, level }) => {
        const read = readBucketId(id);
        if (read?.scope.accountId !== scope.accountId || read.scope.region !== scope.region) return [];
        const { throttled } = read;
        const facts: Readonly<Record<string, string>> = { ...throttled };
        const fits =
          (wanted.plan === undefined || facts.planId === wanted.plan) &&
          (wanted.api === undefined || facts.apiId === wanted.api) &&
          (wanted.stage === undefined || facts.stage === wanted.stage);
        if (!fits) return [];
        const { perSecond: rateLimit, burst: burstLimit } = rate;
        const fullInMs = rateLimit > 0 ? Math.ceil(((burstLimit - level) / rateLimit) * 1_000) : null;
        return [{ ...throttled, rateLimit, burstLimit, tokens: Math.floor(level * 100) / 100, fullInMs }];
      });
      return { at: new Date(now()).toISOString(), buckets };
    },
  };
}

function readQuery({ query }: OperatorRequest) {
  const given = (name: string) => {
    const value = query.get(name)?.[0];
    if (value === undefined || /^[\w$-]{1,128}$/.test(value)) return value;
    throw badRequest(`${name} is not valid.`);
  };
  return { plan: given('plan'), api: given('api'), stage: given('stage') };
}

import type { Scope } from '../../model/index.ts';

/** What a token bucket limits. */
export type Throttled =
  | { readonly kind: 'account' }
  /** A method at a stage, by the stage's settings. */
  | {
      readonly kind: 'method';
      readonly apiId: string;
      readonly stage: string;
      readonly httpMethod: string;
      readonly resourcePath: string;
    }
  /** A key, over all stages of its plan. */
  | { readonly kind: 'key'; readonly planId: string; readonly keyId: string }
  /** A key at one method of a plan. */
  | {
      readonly kind: 'key at a method';
      readonly planId: string;
      readonly keyId: string;
      readonly apiId: string;
      readonly stage: string;
      /** `/pets/GET`, as plans write it. */
      readonly method: string;
    };

/** Under which name it is counted, in every process. */
export function bucketIdOf({ accountId, region }: Scope, throttled: Throttled): string {
  const place = `${accountId}/${region}`;
  switch (throttled.kind) {
    case 'account':
      return `throttle ${place}`;
    case 'method':
      return `throttle ${place}/${throttled.apiId}/${throttled.stage} ${throttled.httpMethod} ${throttled.resourcePath}`;
    case 'key':
      return `${place}/${throttled.planId}/${throttled.keyId}`;
    case 'key at a method':
      return `${place}/${throttled.planId}/${throttled.keyId}/${throttled.apiId}/${throttled.stage}${throttled.method}`;
  }
}

const STAGE_BUCKET = /^throttle (\w+)\/([\w-]+)(?:\/([\w-]+)\/([\w$-]+) (\w+) (\/.*))?$/;
const KEY_BUCKET = /^(\w+)\/([\w-]+)\/([\w-]+)\/([\w-]+)(?:\/([\w-]+)\/([\w$-]+)(\/.*))?$/;

/** Reads what `bucketIdOf` wrote; undefined for any other text. */
export function readBucketId(id: string): { readonly scope: Scope; readonly throttled: Throttled } | undefined {
  const ofStage = STAGE_BUCKET.exec(id);
  if (ofStage) {
    const [, accountId = '', region = '', apiId, stage = '', httpMethod = '', resourcePath = ''] = ofStage;
    const scope = { accountId, region };
    if (apiId === undefined) return { scope, throttled: { kind: 'account' } };
    return { scope, throttled: { kind: 'method', apiId, stage, httpMethod, resourcePath } };
  }
  const ofKey = KEY_BUCKET.exec(id);
  if (!ofKey) return undefined;
  const [, accountId = '', region = '', planId = '', keyId = '', apiId, stage = '', method = ''] = ofKey;
  const scope = { accountId, region };
  if (apiId === undefined) return { scope, throttled: { kind: 'key', planId, keyId } };
  return { scope, throttled: { kind: 'key at a method', planId, keyId, apiId, stage, method } };
}

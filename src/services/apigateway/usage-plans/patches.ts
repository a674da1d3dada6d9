import type { ApiStage, QuotaSettings, ThrottleSettings, UsagePlan } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import {
  compilePatch,
  decimal,
  integer,
  oneOf,
  optionalText,
  type PatchChange,
  type PatchRule,
  refuseListingPaths,
  requiredText,
  rulesOf,
  withMember,
} from '../patch/index.ts';
import { type PartialQuota, readQuota } from './limits-of-plans.ts';
import { readMethodThrottles } from './method-throttles.ts';
import { nameOf } from './plan-stages.ts';

/** A plan while it is being patched: its quota is set member by member. */
type Draft = Omit<UsagePlan, 'quota'> & { readonly quota?: PartialQuota };

const plan = rulesOf<Draft>();
const readBurst = integer(0, Number.MAX_SAFE_INTEGER, 'Invalid burst limit specified');
const readRate = decimal(0, Number.MAX_VALUE, 'Invalid rate limit specified');
const PERIODS: readonly QuotaSettings['period'][] = ['DAY', 'WEEK', 'MONTH'];

/** `add` and `replace` do the same here (API reference; Terraform adds where the guide replaces). */
function set<T>(path: string, effect: (entity: T, change: PatchChange) => T): PatchRule<T> {
  return { path, effects: { add: effect, replace: effect } };
}

function setLimit<K extends keyof ThrottleSettings>(path: string, member: K, read: typeof readBurst) {
  return set<ThrottleSettings>(path, (throttle, { value }) => ({ ...throttle, [member]: read(value) }));
}

function setQuota<K extends keyof QuotaSettings>(path: string, member: K, read: (text?: string) => QuotaSettings[K]) {
  return set<PartialQuota>(path, (quota, { value }) => ({ ...quota, [member]: read(value) }));
}

const METHOD = '/apiStages/{apiId}:{stage}/throttle/{resourcePath+}/{httpMethod}';

const rules: readonly PatchRule<Draft>[] = [
  {
    path: '/apiStages',
    effects: {
      add: (draft, { value }) => ({ ...draft, apiStages: [...draft.apiStages, readApiStage(value)] }),
      remove: (draft, { value }) => {
        const name = nameOf(readApiStage(value));
        return { ...draft, apiStages: draft.apiStages.filter((stage) => nameOf(stage) !== name) };
      },
    },
  },
  { path: '/quota', effects: { remove: (draft) => withMember(draft, 'quota', undefined) } },
  { path: '/throttle', effects: { remove: (draft) => withMember(draft, 'throttle', undefined) } },
  {
    path: '/productCode',
    effects: {
      add: (draft, { value }) => withMember(draft, 'productCode', optionalText(value)),
      replace: (draft, { value }) => withMember(draft, 'productCode', optionalText(value)),
      remove: (draft) => withMember(draft, 'productCode', undefined),
    },
  },
  set(`${METHOD}/rateLimit`, (draft, change) =>
    onMethod(draft, change, (throttle) => ({ ...throttle, rateLimit: readRate(change.value) })),
  ),
  set(`${METHOD}/burstLimit`, (draft, change) =>
    onMethod(draft, change, (throttle) => ({ ...throttle, burstLimit: readBurst(change.value) })),
  ),
  { path: METHOD, effects: { remove: (draft, change) => onMethod(draft, change, () => undefined) } },
  {
    path: '/apiStages/{apiId}:{stage}/throttle',
    effects: {
      add: (draft, change) => onStage(draft, change, () => readMethodThrottles(change.value)),
      replace: (draft, change) => onStage(draft, change, () => readMethodThrottles(change.value)),
      remove: (draft, change) => onStage(draft, change, () => ({})),
    },
  },
  plan.replace('/description', 'description', optionalText),
  plan.replace('/name', 'name', requiredText('Usage plan name cannot be blank')),
  ...plan.within(
    '/quota',
    'quota',
    [
      setQuota('/limit', 'limit', integer(0, Number.MAX_SAFE_INTEGER, 'Invalid quota limit specified')),
      setQuota('/offset', 'offset', integer(0, Number.MAX_SAFE_INTEGER, 'Invalid quota offset specified')),
      setQuota(
        '/period',
        'period',
        oneOf(PERIODS, 'Invalid quota period specified. Must be one of [DAY, WEEK, MONTH]'),
      ),
    ],
    () => ({}),
  ),
  ...plan.within(
    '/throttle',
    'throttle',
    [setLimit('/burstLimit', 'burstLimit', readBurst), setLimit('/rateLimit', 'rateLimit', readRate)],
    () => ({}),
  ),
];

const patchDraft = compilePatch<Draft>({
  rules,
  // AWS prints its patterns in its own spelling, `apidId` included (recorded, boto3 issue 2629).
  refuse: (refused) => refuseListingPaths({ ...refused, allowedPaths: refused.allowedPaths.map(asAwsPrints) }),
});

/** What `UpdateUsagePlan` may do (API reference, "Patch Operations", UpdateUsagePlan). */
export function patchUsagePlan(before: UsagePlan, operations: Parameters<typeof patchDraft>[1]): UsagePlan {
  const { quota, ...rest } = patchDraft(before, operations);
  return quota === undefined ? rest : { ...rest, quota: readQuota(quota) };
}

function asAwsPrints(path: string): string {
  return path
    .replace('{apiId}:{stage}', '<apidId:stageName>')
    .replace('{resourcePath+}', '<resourcePath>')
    .replace('{httpMethod}', '<httpMethod>');
}

/** `apiId:stageName`. @throws {ServiceError} 400 with AWS's text (recorded) */
function readApiStage(value = ''): ApiStage {
  const [, apiId, stage] = /^([^:]+):([^:]+)$/.exec(value) ?? [];
  if (apiId === undefined || stage === undefined) throw badRequest('Invalid API Stage specified');
  return { apiId, stage };
}

type MethodThrottles = NonNullable<ApiStage['throttle']>;

/** Changes the method throttles of the stage that the path names. @throws {ServiceError} 400 when the plan does not have it */
function onStage(
  draft: Draft,
  { captures }: PatchChange,
  change: (throttles: MethodThrottles) => MethodThrottles,
): Draft {
  const name = `${captures.apiId}:${captures.stage}`;
  if (!draft.apiStages.some((stage) => nameOf(stage) === name)) throw badRequest('Invalid API Stage specified');
  const apiStages = draft.apiStages.map((stage) => {
    if (nameOf(stage) !== name) return stage;
    const throttle = change(stage.throttle ?? {});
    return withMember(stage, 'throttle', Object.keys(throttle).length === 0 ? undefined : throttle);
  });
  return { ...draft, apiStages };
}

/** The same for one method: `/pets/GET`, whether the path wrote slashes as they are (Terraform) or as `~1` (RFC 6901). */
function onMethod(
  draft: Draft,
  change: PatchChange,
  update: (throttle: ThrottleSettings) => ThrottleSettings | undefined,
): Draft {
  const { resourcePath = '', httpMethod = '' } = change.captures;
  const method = `${resourcePath.replaceAll('~1', '/').replaceAll('~0', '~')}/${httpMethod}`;
  return onStage(draft, change, (throttles) => {
    const { [method]: before = {}, ...rest } = throttles;
    const after = update(before);
    return after === undefined ? rest : { ...rest, [method]: after };
  });
}

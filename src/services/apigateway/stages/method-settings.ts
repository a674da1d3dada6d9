import { HTTP_METHODS, type MethodSetting, type Stage } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { decimal, flag, integer, oneOf, type PatchChange, type PatchRule, rulesOf } from '../patch/index.ts';
import { invalidSettingPath, noMethodSetting } from './refusals.ts';

/** Holds for every method that has no settings of its own. */
const ALL_METHODS = '*/*';

/** What a method's settings are until they are set (features A8.3; recorded after setting one of them). */
const DEFAULTS: MethodSetting = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: LIMITS.throttlingBurst.default,
  throttlingRateLimit: LIMITS.throttlingRate.default,
  cachingEnabled: false,
  cacheTtlInSeconds: LIMITS.cacheTtlSeconds.default,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

const LOGGING_LEVELS = ['OFF', 'ERROR', 'INFO'] as const;
const STRATEGIES = ['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER'] as const;

const { replace } = rulesOf<MethodSetting>();
const stage = rulesOf<Stage>();
const invalidValue = (property: string) => `Invalid value for property '${property}' specified`;

const settingRules: readonly PatchRule<MethodSetting>[] = [
  replace('/metrics/enabled', 'metricsEnabled', flag),
  replace('/logging/dataTrace', 'dataTraceEnabled', flag),
  replace('/logging/loglevel', 'loggingLevel', oneOf(LOGGING_LEVELS, invalidValue('loggingLevel'))),
  replace(
    '/throttling/burstLimit',
    'throttlingBurstLimit',
    integer(-1, Number.MAX_SAFE_INTEGER, invalidValue('throttlingBurstLimit')),
  ),
  replace(
    '/throttling/rateLimit',
    'throttlingRateLimit',
    decimal(-1, Number.MAX_VALUE, invalidValue('throttlingRateLimit')),
  ),
  replace('/caching/enabled', 'cachingEnabled', flag),
  replace(
    '/caching/ttlInSeconds',
    'cacheTtlInSeconds',
    integer(LIMITS.cacheTtlSeconds.min, LIMITS.cacheTtlSeconds.max, invalidValue('cacheTtlInSeconds')),
  ),
  replace('/caching/dataEncrypted', 'cacheDataEncrypted', flag),
  replace('/caching/requireAuthorizationForCacheControl', 'requireAuthorizationForCacheControl', flag),
  replace(
    '/caching/unauthorizedCacheControlHeaderStrategy',
    'unauthorizedCacheControlHeaderStrategy',
    oneOf(STRATEGIES, invalidValue('unauthorizedCacheControlHeaderStrategy')),
  ),
];

/**
 * Settings by method: `/{resource path}/{verb}/...`, or those of every method under `*` for both. Settings that a method
 * gets for the first time begin as a copy of those of every method (recorded). Removing them wants them to be there.
 */
export const methodSettingRules: readonly PatchRule<Stage>[] = [
  ...stage.withinEntries<MethodSetting>(
    '/{resourcePath+}/{httpMethod}',
    'methodSettings',
    readSettingKey,
    settingRules,
    ({ methodSettings }) => methodSettings[ALL_METHODS] ?? DEFAULTS,
  ),
  {
    path: '/{resourcePath+}/{httpMethod}',
    effects: {
      remove: (entity, change) => {
        const key = change.path.slice(1);
        if (!Object.hasOwn(entity.methodSettings, key)) throw noMethodSetting(change.path);
        const { [key]: _, ...methodSettings } = entity.methodSettings;
        return { ...entity, methodSettings };
      },
    },
  },
];

/** The key as the path spells it: what is escaped stays so. */
function readSettingKey({ path, captures }: PatchChange): string {
  const { resourcePath = '', httpMethod = '' } = captures;
  if (httpMethod !== '*' && !HTTP_METHODS.some((method) => method === httpMethod)) throw invalidSettingPath(path);
  return `${resourcePath}/${httpMethod}`;
}

import { stages } from '../../../../texts/en/stages.ts';
import type { Stage } from '../../use-stages.ts';

/** Settings of one method, or of all that have none of their own, as its form holds them. */
export interface Setting {
  readonly loggingLevel: 'OFF' | 'ERROR' | 'INFO';
  readonly dataTraceEnabled: boolean;
  readonly metricsEnabled: boolean;
  /** Requests per second; below 0 for no limit. */
  readonly throttlingRateLimit: number;
  readonly throttlingBurstLimit: number;
  readonly cachingEnabled: boolean;
  readonly cacheTtlInSeconds: number;
  readonly cacheDataEncrypted: boolean;
  readonly requireAuthorizationForCacheControl: boolean;
  readonly unauthorizedCacheControlHeaderStrategy: string;
}

/** The key of the settings that hold for every method without its own. */
export const ALL = '*/*';

/** What holds until it is set (features A8.3). */
const DEFAULTS: Setting = {
  loggingLevel: 'OFF',
  dataTraceEnabled: false,
  metricsEnabled: false,
  throttlingRateLimit: 10_000,
  throttlingBurstLimit: 5000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

/** Where each stands below the method's path in a patch (API reference, "Patch Operations", UpdateStage). */
export const SETTING_PATHS: Readonly<Record<keyof Setting, string>> = {
  loggingLevel: 'logging/loglevel',
  dataTraceEnabled: 'logging/dataTrace',
  metricsEnabled: 'metrics/enabled',
  throttlingRateLimit: 'throttling/rateLimit',
  throttlingBurstLimit: 'throttling/burstLimit',
  cachingEnabled: 'caching/enabled',
  cacheTtlInSeconds: 'caching/ttlInSeconds',
  cacheDataEncrypted: 'caching/dataEncrypted',
  requireAuthorizationForCacheControl: 'caching/requireAuthorizationForCacheControl',
  unauthorizedCacheControlHeaderStrategy: 'caching/unauthorizedCacheControlHeaderStrategy',
};

export function settingOf({ methodSettings = {} }: Stage, key: string): Setting {
  const { [ALL]: all = {}, [key]: own = all } = methodSettings;
  return { ...DEFAULTS, ...own } as Setting;
}

/** Of a method as a deployment tells it: `~1pets~1{id}/GET`. */
export function settingKey(path: string, verb: string): string {
  return `${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${verb}`;
}

/** `GET /pets/{id}` of a key, whose first slash is left out by some clients. */
export function methodOf(key: string): string {
  const at = key.lastIndexOf('/');
  const path = key.slice(0, at).replaceAll('~1', '/').replaceAll('~0', '~');
  return `${key.slice(at + 1)} ${path.startsWith('/') ? path : `/${path}`}`;
}

export function nameOf(key: string): string {
  return key === ALL ? stages.methods.all : methodOf(key);
}

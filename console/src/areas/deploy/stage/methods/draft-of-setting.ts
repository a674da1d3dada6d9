import { type Patch, replacements } from '../../../../data/index.ts';
import { SETTING_PATHS, type Setting } from './setting.ts';

/** A setting as its form holds it: numbers as they are typed, and whether there is a limit by a switch of its own. */
export interface SettingDraft
  extends Omit<Setting, 'throttlingRateLimit' | 'throttlingBurstLimit' | 'cacheTtlInSeconds'> {
  readonly isThrottled: boolean;
  readonly rate: string;
  readonly burst: string;
  readonly ttl: string;
}

const NO_LIMIT = '-1';

export function draftOf(setting: Setting): SettingDraft {
  const { throttlingRateLimit: rate, throttlingBurstLimit: burst, cacheTtlInSeconds: ttl, ...rest } = setting;
  const isThrottled = rate >= 0 && burst >= 0;
  return {
    ...rest,
    isThrottled,
    rate: isThrottled ? String(rate) : '10000',
    burst: isThrottled ? String(burst) : '5000',
    ttl: String(ttl),
  };
}

/** @param key of the method's settings, a path of patches already */
export function settingPatches(saved: Setting, draft: SettingDraft, key: string): readonly Patch[] {
  const { isThrottled, rate, burst, ttl, ...rest } = draft;
  const value = {
    ...rest,
    throttlingRateLimit: isThrottled ? rate : NO_LIMIT,
    throttlingBurstLimit: isThrottled ? burst : NO_LIMIT,
    cacheTtlInSeconds: ttl,
  };
  const before = {
    ...saved,
    throttlingRateLimit: String(saved.throttlingRateLimit),
    throttlingBurstLimit: String(saved.throttlingBurstLimit),
    cacheTtlInSeconds: String(saved.cacheTtlInSeconds),
  };
  return replacements(before, value, SETTING_PATHS).map(({ path, ...patch }) => ({
    ...patch,
    path: `/${key}/${path}`,
  }));
}

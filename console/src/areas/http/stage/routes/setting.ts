import { httpStages } from '../../../../texts/en/http-stages.ts';
import type { Stage } from '../../use-http-api.ts';

export type Setting = NonNullable<Stage['DefaultRouteSettings']>;
/** In place of a route key; none is spelt so. */
export const ALL = '*';

/** What a stage sets under a key; of a route that has nothing of its own, nothing. */
export function settingOf({ DefaultRouteSettings = {}, RouteSettings = {} }: Stage, key: string): Setting {
  return key === ALL ? DefaultRouteSettings : (RouteSettings[key] ?? {});
}

/** The throttle that is set, in words; undefined where there is none. */
export function throttleOf({
  ThrottlingRateLimit: rate,
  ThrottlingBurstLimit: burst,
}: Setting = {}): string | undefined {
  if (rate === undefined && burst === undefined) return undefined;
  const { accounts } = httpStages.routes;
  return httpStages.routes.throttleValue(rate ?? accounts, burst ?? accounts);
}

/** A setting as its form holds it. */
export interface SettingDraft {
  readonly isMeasured: boolean;
  /** Requests per second, as typed; empty for the account's. */
  readonly rate: string;
  /** Requests at once. */
  readonly burst: string;
}

export function draftOf({ DetailedMetricsEnabled, ThrottlingRateLimit, ThrottlingBurstLimit }: Setting): SettingDraft {
  return {
    isMeasured: DetailedMetricsEnabled ?? false,
    rate: ThrottlingRateLimit === undefined ? '' : String(ThrottlingRateLimit),
    burst: ThrottlingBurstLimit === undefined ? '' : String(ThrottlingBurstLimit),
  };
}

export function settingFrom({ isMeasured, rate, burst }: SettingDraft): Setting {
  return {
    DetailedMetricsEnabled: isMeasured,
    ...(rate.trim() !== '' && { ThrottlingRateLimit: Number(rate) }),
    ...(burst.trim() !== '' && { ThrottlingBurstLimit: Number(burst) }),
  };
}

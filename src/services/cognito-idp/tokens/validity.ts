import type { ClientSettings } from '../documents/index.ts';
import { LIMITS } from '../limits.ts';

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** How long a client's tokens are good for. */
export interface Validity {
  readonly idSeconds: number;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** API reference, `CreateUserPoolClient`: hours for ID and access tokens, days for refresh tokens, where no unit is said. */
export function validityOf(settings: ClientSettings): Validity {
  const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits: units } = settings;
  const { accessTokenSeconds, refreshTokenSeconds } = LIMITS;
  const inSeconds = (value: number | undefined, unit: string, fallback: number) =>
    value ? value * (SECONDS[unit] ?? 1) : fallback;
  return {
    idSeconds: inSeconds(IdTokenValidity, units?.IdToken ?? 'hours', accessTokenSeconds.default),
    accessSeconds: inSeconds(AccessTokenValidity, units?.AccessToken ?? 'hours', accessTokenSeconds.default),
    refreshSeconds: inSeconds(RefreshTokenValidity, units?.RefreshToken ?? 'days', refreshTokenSeconds.default),
  };
}

import type { Certificate } from '../../http/index.ts';

const DAY_MS = 86_400_000;

/** Certificates that somebody else renews are missed so long before they end. Ours: certbot renews 30 days before. */
const WARN_BEFORE_MS = 14 * DAY_MS;

/** What is wrong with a certificate's dates, to be read after "The certificate"; undefined when nothing is. */
export function expiryProblem(
  life: Pick<Certificate, 'notBeforeMs' | 'notAfterMs'>,
  nowMs: number,
): string | undefined {
  const { notBeforeMs, notAfterMs } = life;
  if (nowMs >= notAfterMs) return `has expired at ${new Date(notAfterMs).toISOString()}`;
  if (nowMs < notBeforeMs) return `is not valid before ${new Date(notBeforeMs).toISOString()}`;
  // One that lives for days only is still fresh on its last two weeks.
  const warnMs = Math.min(WARN_BEFORE_MS, (notAfterMs - notBeforeMs) / 6);
  return nowMs < notAfterMs - warnMs ? undefined : `ends at ${new Date(notAfterMs).toISOString()} and was not renewed`;
}

import { SIGNATURE_LIMITS } from './limits.ts';
import { incomplete, mismatch, type SignatureFailure } from './signature-failure.ts';

/** When a request was signed. */
export interface SigningTime {
  /** ISO 8601 basic format, `20260131T235959Z`: it is part of what is signed. */
  readonly text: string;
  readonly ms: number;
}

const BASIC_FORMAT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Reads `X-Amz-Date`, or a `Date` field in HTTP's format or ISO 8601's. */
export function parseSigningTime(text: string): SigningTime | SignatureFailure {
  const [, year, month, day, hour, minute, second] = BASIC_FORMAT.exec(text) ?? [];
  const ms = Date.parse(year === undefined ? text : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const isReadable = year !== undefined || / GMT$|^\d{4}-\d\d-\d\dT/.test(text);
  if (Number.isNaN(ms) || !isReadable) {
    return incomplete(
      `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  return { text: basicFormat(ms), ms };
}

/** `20260131T235959Z` */
export function basicFormat(ms: number): string {
  return `${new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/**
 * Says whether a signature is too old or too new.
 * @param expiresSeconds the life that a presigned URL asks for; absent for the allowance of a clock's skew
 */
export function outsideWindow(
  time: SigningTime,
  nowMs: number,
  expiresSeconds: number | undefined,
): SignatureFailure | undefined {
  const lifeMs = expiresSeconds === undefined ? SIGNATURE_LIMITS.clockSkewMs : expiresSeconds * 1000;
  const earliestMs = nowMs - lifeMs;
  if (time.ms < earliestMs) {
    return mismatch(
      `Signature expired: ${time.text} is now earlier than ${basicFormat(earliestMs)} (${basicFormat(nowMs)} - ${duration(lifeMs)}.)`,
    );
  }
  const latestMs = nowMs + SIGNATURE_LIMITS.clockSkewMs;
  if (time.ms > latestMs) {
    return mismatch(
      `Signature not yet current: ${time.text} is still later than ${basicFormat(latestMs)} (${basicFormat(nowMs)} + ${duration(SIGNATURE_LIMITS.clockSkewMs)}.)`,
    );
  }
  return undefined;
}

function duration(ms: number): string {
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} sec`;
}

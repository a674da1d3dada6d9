const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Tue May 30 01:22:45 UTC 2023`: Java's `EEE MMM dd HH:mm:ss zzz yyyy` (telemetry E.3). */
export function logDate(epochMs: number): string {
  const time = new Date(epochMs);
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(twoDigits).join(':');
  const day = `${DAYS[time.getUTCDay()]} ${MONTHS[time.getUTCMonth()]} ${twoDigits(time.getUTCDate())}`;
  return `${day} ${clock} UTC ${time.getUTCFullYear()}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

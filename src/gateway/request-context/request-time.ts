const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The second that was spelled last, which many requests share. */
let latest = { second: Number.NaN, text: '' };

/** `dd/MMM/yyyy:HH:mm:ss +0000` (fact D61). */
export function requestTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1_000);
  if (second !== latest.second) latest = { second, text: spelled(second) };
  return latest.text;
}

function spelled(second: number): string {
  const time = new Date(second * 1_000);
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(twoDigits).join(':');
  return `${twoDigits(time.getUTCDate())}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}:${clock} +0000`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

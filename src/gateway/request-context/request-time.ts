const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `dd/MMM/yyyy:HH:mm:ss +0000` (fact D61). */
export function requestTime(epochMs: number): string {
  const time = new Date(epochMs);
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(twoDigits).join(':');
  return `${twoDigits(time.getUTCDate())}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}:${clock} +0000`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

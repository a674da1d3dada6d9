const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (value: number) => String(value).padStart(2, '0');

/** As CloudWatch writes times in JSON of its own: `2023-08-04T12:31:29.591+0000`. */
export function alarmTimestamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('Z', '+0000');
}

/** As CloudWatch writes the time of a data point in a reason: `27/11/26 10:00:00`. */
export function datapointTimestamp(timeMs: number): string {
  const date = new Date(timeMs);
  const day = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100].map(two).join('/');
  return `${day} ${date.toISOString().slice(11, 19)}`;
}

/** As CloudWatch writes a time to people: `Friday 04 August, 2023 12:54:46 UTC`. */
export function longTimestamp(timeMs: number): string {
  const date = new Date(timeMs);
  const day = `${DAYS[date.getUTCDay()]} ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}, ${date.getUTCFullYear()}`;
  return `${day} ${date.toISOString().slice(11, 19)} UTC`;
}

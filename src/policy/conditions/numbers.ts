/** An integer or a decimal. */
export function readNumber(text: string): number | undefined {
  return /^-?\d{1,20}(\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
}

const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?)?)?$/;

/** Milliseconds since the epoch, of a W3C date and time or of a number of seconds (IAM user guide, "Date condition operators"). */
export function readDate(text: string): number | undefined {
  if (DATE.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : ms;
  }
  const seconds = readNumber(text);
  return seconds === undefined ? undefined : seconds * 1000;
}

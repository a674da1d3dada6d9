/**
 * The condition keys that say when a request was made (IAM user guide, "AWS global condition context keys"), by name in lower
 * case.
 * @param nowMs milliseconds since the epoch
 */
export function timeKeys(nowMs: number): Readonly<Record<string, string>> {
  return { 'aws:currenttime': new Date(nowMs).toISOString(), 'aws:epochtime': String(Math.floor(nowMs / 1_000)) };
}

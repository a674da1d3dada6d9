/**
 * A trace header for an invocation that came without one (X-Ray guide, "Tracing header"): a root of eight hex digits of
 * seconds and 24 of randomness, not sampled.
 */
export function traceHeader(nowMs: number, uuid: string): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  const random = uuid.replaceAll('-', '');
  return `Root=1-${seconds}-${random.slice(0, 24)};Parent=${random.slice(16)};Sampled=0`;
}

/** Seconds from one refresh to the next, 0 for never. */
export const OFFERED_SECONDS = [0, 10, 60, 300] as const;

/** What an address says of it. Another period than those offered is none: whoever makes a link shall not decide how often it calls. */
export function readRefresh(text: string, otherwise: number): number {
  return OFFERED_SECONDS.find((offered) => String(offered) === text) ?? otherwise;
}

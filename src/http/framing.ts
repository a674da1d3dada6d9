import type { HeaderList } from './exchange.ts';

/** What a request's head says about itself beyond its meaning: how its body is delimited, and how often it names a host. */
export interface Framing {
  /** The declared length; undefined when there is none. */
  readonly contentLength: number | undefined;
  readonly chunked: boolean;
  readonly hostCount: number;
}

/** Reads what concerns framing in one pass (RFC 9112 section 6). The parser has refused contradictions already. */
export function framingOf(headers: HeaderList): Framing {
  let contentLength: number | undefined;
  let chunked = false;
  let hostCount = 0;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    // Lengths first: a comparison of lengths is all that most fields cost.
    if (name.length === 4) {
      if (name.toLowerCase() === 'host') hostCount++;
    } else if (name.length === 14) {
      if (name.toLowerCase() === 'content-length') contentLength = Number(headers[i + 1]);
    } else if (name.length === 17) {
      if (name.toLowerCase() === 'transfer-encoding') chunked = true;
    }
  }
  return { contentLength, chunked, hostCount };
}

/** Whether a body (perhaps an empty chunked one) follows the head. */
export function hasBody(framing: Framing): boolean {
  return framing.chunked || (framing.contentLength !== undefined && framing.contentLength > 0);
}

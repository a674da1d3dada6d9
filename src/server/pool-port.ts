import { BodyTooLargeError, type Exchange, type HeaderList } from '../http/index.ts';
import type { PoolEndpoints } from '../services/cognito-idp/index.ts';
import { headerOf } from './header-of.ts';

/** The plain HTTP of user pools, as requests to the control port. */
export interface PoolPort {
  isFor(exchange: Exchange, path: string): boolean;
  /** Takes over one request; the answer goes out through the exchange. */
  handle(exchange: Exchange, path: string, onError: (error: unknown) => void): void;
}

/** A form with a token and a secret is far smaller. */
const BODY_BYTES = 65_536;
const FAILED = Buffer.from('{"error":"server_error"}');
const JSON_TYPE: HeaderList = ['Content-Type', 'application/json'];

/** @param now milliseconds since the epoch */
export function createPoolPort(endpoints: PoolEndpoints, now: () => number): PoolPort {
  async function answer(exchange: Exchange, path: string): Promise<void> {
    const body = await exchange.readBody(BODY_BYTES);
    const { method, headers } = exchange;
    const request = { method, host: hostOf(exchange), path, headers: onceEach(headers), body };
    const response = await endpoints.answer(request, now());
    exchange.respond(response.status, response.headers, Buffer.from(response.body));
  }

  return {
    // What a browser asks beforehand is answered alike for everything on this port.
    isFor: (exchange, path) => exchange.method !== 'OPTIONS' && endpoints.isFor({ host: hostOf(exchange), path }),
    handle(exchange, path, onError) {
      answer(exchange, path).catch((error: unknown) => {
        if (exchange.signal.aborted) return;
        if (!(error instanceof BodyTooLargeError)) onError(error);
        exchange.respond(error instanceof BodyTooLargeError ? 413 : 500, JSON_TYPE, FAILED);
      });
    },
  };
}

function hostOf({ headers }: Exchange): string {
  return (headerOf(headers, 'host') ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** Fields that came once, by their lower-case names. */
function onceEach(headers: HeaderList): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const twice = new Set<string>();
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]?.toLowerCase() ?? '';
    if (fields.has(name)) twice.add(name);
    fields.set(name, headers[at + 1] ?? '');
  }
  for (const name of twice) fields.delete(name);
  return fields;
}

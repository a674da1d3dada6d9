import { type Exchange, redirectTarget } from '../../http/index.ts';

export interface PlainPortOptions {
  /** The key authorization that a request target asks for; undefined for every other target. */
  challenge(target: string): string | undefined;
  /** The port for everything else, as clients see it; undefined when plain requests are served like encrypted ones. */
  readonly httpsPort: number | undefined;
  /** The gateway. */
  serve(exchange: Exchange): void;
}

/** Decides what the port without encryption does once there are certificates: certificate authorities first. */
export function createPlainPort({ challenge, httpsPort, serve }: PlainPortOptions): (exchange: Exchange) => void {
  return (exchange) => {
    const keyAuthorization = challenge(exchange.target);
    if (keyAuthorization !== undefined) {
      exchange.respond(200, ['Content-Type', 'application/octet-stream'], Buffer.from(keyAuthorization));
      return;
    }
    if (httpsPort === undefined) return serve(exchange);
    const redirect = redirectTarget(exchange, httpsPort);
    if (redirect.kind === 'redirect') exchange.respond(308, ['Location', redirect.location], NOTHING);
    else exchange.respond(redirect.kind === 'challenge' ? 404 : 400, [], NOTHING);
  };
}

const NOTHING = new Uint8Array(0);

import { afterEach } from 'vitest';
import { type H1Exchange, type H1Listener, listenH1, type ServerLimits } from '../server/index.ts';

const open: H1Listener[] = [];

/** Serves on any free port until the end of the test. */
export async function serve(
  onExchange: (exchange: H1Exchange) => void,
  limits: Partial<ServerLimits> = {},
): Promise<H1Listener> {
  const listener = await listenH1({ host: '127.0.0.1', port: 0, limits, onExchange });
  open.push(listener);
  return listener;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
});

export function text(exchange: H1Exchange, body: string): void {
  exchange.respond(200, ['Content-Type', 'text/plain'], Buffer.from(body));
}

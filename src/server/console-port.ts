import { loadConsole } from '../control/index.ts';
import type { Exchange } from '../http/index.ts';
import { distPath } from '../package/index.ts';
import { headerOf } from './header-of.ts';

/** The console, as requests to the control port. */
export interface ConsolePort {
  isFor(exchange: Exchange, path: string): boolean;
  /** Takes over one request; the answer goes out through the exchange. */
  handle(exchange: Exchange, path: string): void;
}

/** @param onError is told what went wrong inside; must not throw */
export function createConsolePort(onError: (error: unknown) => void): ConsolePort {
  const loaded = once(async () => {
    const { createFileServer, redirectToConsole } = await loadConsole();
    return { redirect: redirectToConsole, files: createFileServer(distPath('console'), onError) };
  });
  return {
    isFor: (exchange, path) => path === '/console' || path.startsWith('/console/') || asksForAPage(exchange),
    handle(exchange, path) {
      loaded().then(({ files, redirect }) => (path === '/' ? redirect(exchange) : files(exchange, path)), onError);
    },
  };
}

/** Somebody who types the address into a browser. No AWS API has anything to say to that. */
function asksForAPage({ method, target, headers }: Exchange): boolean {
  return method === 'GET' && target === '/' && headerOf(headers, 'accept')?.includes('text/html') === true;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

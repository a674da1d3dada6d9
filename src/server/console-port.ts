import { hostname } from 'node:os';
import { once } from '../aws/index.ts';
import { loadConsole } from '../control/index.ts';
import type { Exchange } from '../http/index.ts';
import { distPath } from '../package/index.ts';
import type { SignedInUser } from '../services/iam/index.ts';
import type { AuditTrail } from '../telemetry/index.ts';
import type { ControlSide } from './control-side.ts';
import { headerOf } from './header-of.ts';

/** The console, as requests to the control port. */
export interface ConsolePort {
  isFor(exchange: Exchange, path: string): boolean;
  /** Takes over one request; the answer goes out through the exchange. */
  handle(exchange: Exchange, path: string): void;
}

export interface ConsolePortOptions {
  readonly control: Pick<ControlSide, 'accountIds' | 'iam' | 'sts'>;
  readonly audit: AuditTrail;
  /** Names by which browsers reach the control port, besides those of loopback and this machine's. */
  readonly hosts: readonly string[];
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  /** Told what went wrong inside. Must not throw. */
  onError(error: unknown): void;
}

const SIGN_IN = '/_sallyport/console/sign-in';
const COULD_NOT_LOAD = Buffer.from('The console could not be loaded; Sallyport’s log says why.\n');

/** Nothing of it is loaded before somebody asks. */
export function createConsolePort(options: ConsolePortOptions): ConsolePort {
  const loaded = once(() => load(options));
  return {
    isFor: (exchange, path) =>
      path === '/console' || path.startsWith('/console/') || path === SIGN_IN || asksForAPage(exchange),
    handle(exchange, path) {
      loaded().then(
        ({ files, redirect, signIn }) => {
          if (path === SIGN_IN) signIn(exchange);
          else if (path === '/') redirect(exchange);
          else files(exchange, path);
        },
        (error: unknown) => {
          options.onError(error);
          exchange.respond(500, ['Content-Type', 'text/plain; charset=utf-8'], COULD_NOT_LOAD);
        },
      );
    },
  };
}

async function load({ control: { accountIds, iam, sts }, audit, hosts, now, uuid, onError }: ConsolePortOptions) {
  const { createFileServer, createSignIn, redirectToConsole } = await loadConsole();
  return {
    redirect: redirectToConsole,
    files: createFileServer(distPath('console'), onError),
    signIn: createSignIn<SignedInUser>({
      accountIds,
      hosts: [...hosts, hostname()].map((name) => name.toLowerCase()),
      judge: iam.consoleUsers.signIn,
      credentialsOf: sts.consoleSession,
      audit: audit.write,
      now,
      uuid,
      onError,
    }),
  };
}

/** Somebody who types the address into a browser. No AWS API has anything to say to that. */
function asksForAPage({ method, target, headers }: Exchange): boolean {
  return method === 'GET' && target === '/' && headerOf(headers, 'accept')?.includes('text/html') === true;
}

import { type Certificate, type CertificatePem, loadTls } from '../../../http/index.ts';
import type { AcmeEnvironment } from './client.ts';
import { MAX_SLEEP_MS, MIN_RENEWAL_MS } from './limits.ts';
import { createOrderer, type Orderer, type OrderTerms } from './orderer.ts';
import { AcmeError } from './problem.ts';
import { renewAtMs, retryDelayMs } from './renewal.ts';
import type { AcmeStorage } from './storage.ts';

export interface KeeperOptions extends OrderTerms {
  /** Host names; each gets a certificate of its own, so that one that leads elsewhere does not harm the others. */
  readonly names: readonly string[];
  readonly storage: AcmeStorage;
  readonly environment: Omit<AcmeEnvironment, 'signal'>;
  /** From 0 to 1. */
  random(): number;
  /** Called with each certificate that is there at the beginning, and with every new one. Must not reject. */
  publish(name: string, pem: CertificatePem): void | Promise<void>;
  info(message: string, detail: Readonly<Record<string, unknown>>): void;
  /** One line for the operator: a certificate was not had, and when it is tried again. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface Keeper {
  /** Breaks off what is under way. Resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/** Gets certificates by ACME, keeps them, and renews each before it ends, for as long as it runs. */
export function keepCertificates(options: KeeperOptions): Keeper {
  const stopping = new AbortController();
  const environment: AcmeEnvironment = { ...options.environment, signal: stopping.signal };
  const order = createOrderer(options, environment);
  const running = options.names.map((name) =>
    keepOne(name, options, environment, order).catch((error: unknown) => {
      options.warn('A certificate is not kept.', { name, error: messageOf(error) });
    }),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepOne(
  name: string,
  options: KeeperOptions,
  environment: AcmeEnvironment,
  order: Orderer,
): Promise<void> {
  const { storage, publish, random, info, warn } = options;
  const { now, wait, signal } = environment;
  const { readCertificate } = await loadTls();
  const stored = await storage.load(name);
  if (stored !== undefined) await publish(name, stored);
  let certificate: Certificate | undefined = stored && readCertificate(stored);
  let dueMs = certificate === undefined ? now() : renewAtMs(certificate, random());
  for (let failures = 0; !signal.aborted; ) {
    const delayMs = dueMs - now();
    if (delayMs > 0) {
      await wait(Math.min(delayMs, MAX_SLEEP_MS), signal).catch(() => undefined);
      continue;
    }
    try {
      const pem = await order([name]);
      certificate = readCertificate(pem);
      failures = 0;
      // A clock that is wrong makes new certificates look old; asking again and again would not mend it.
      dueMs = Math.max(renewAtMs(certificate, random()), now() + MIN_RENEWAL_MS);
      info('A certificate was issued.', { name, until: isoOf(certificate.notAfterMs), renewal: isoOf(dueMs) });
      await publish(name, pem);
      // Without a file it is good until the next start; a new order would not mend the disk.
      await storage.save(name, pem).catch((error: unknown) => {
        warn('A certificate was not saved.', { name, error: messageOf(error) });
      });
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const retryAfterMs = error instanceof AcmeError ? error.retryAfterMs : undefined;
      dueMs = now() + retryDelayMs(failures, random(), retryAfterMs);
      const until = certificate && { until: isoOf(certificate.notAfterMs) };
      warn('A certificate was not issued.', { name, error: messageOf(error), nextTry: isoOf(dueMs), ...until });
    }
  }
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

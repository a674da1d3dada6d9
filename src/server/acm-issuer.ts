import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { loadTls } from '../http/index.ts';
import { packageVersion } from '../package/index.ts';
import type { Sealer } from '../sealing/index.ts';
import type { AcmService, CertificateIssuer } from '../services/acm/index.ts';
import { describeError } from './describe-error.ts';
import { acmeTerms } from './https.ts';
import type { Log } from './log.ts';
import { usesHttps } from './settings/index.ts';
import { acmeNameProblem } from './tls/acme/names.ts';
import type { Challenges } from './tls/index.ts';

/** Orders the certificates that ACM was asked for, and renews them, from the authority of the server's ACME settings. */
export interface AcmIssuer extends CertificateIssuer {
  /** Goes on with what was asked for before, and with all that will be. @returns how to stop */
  start(acm: AcmService, challenges: Challenges): Promise<() => Promise<void>>;
}

/** Time, chance, and the way to the authority. */
export interface AcmIssuerSurroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** What of the settings says where certificates are ordered. */
type AcmeSettings = Parameters<typeof usesHttps>[0] & Parameters<typeof acmeTerms>[0];

/** Where accounts lie, and what seals their keys. */
interface Keys {
  readonly tlsDirectory: string;
  readonly sealer: Sealer;
}

export function createAcmIssuer(
  settings: AcmeSettings,
  keys: Keys,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
  surroundings: AcmIssuerSurroundings,
): AcmIssuer {
  const stopping = new AbortController();
  // Every certificate waits for it; Node.js takes more than ten for a leak.
  setMaxListeners(0, stopping.signal);
  const running = new Set<Promise<void>>();
  let keep: ((arn: string) => Promise<void>) | undefined;

  function order(arn: string): void {
    const kept = keep?.(arn)
      .catch((error: unknown) => log.error('A certificate of ACM is not kept.', { arn, error: describeError(error) }))
      .finally(() => running.delete(kept ?? Promise.resolve()));
    if (kept) running.add(kept);
  }

  return {
    order,
    unavailableReason(names) {
      if (!settings.acmeAgreeToTerms) return 'the setting acme-agree-to-terms is off';
      if (!usesHttps(settings)) return 'there is no HTTPS; set tls-domains';
      const problem = names.map((name) => [name, acmeNameProblem(name)]).find(([, why]) => why !== undefined);
      return problem?.join(' ');
    },
    async start(acm, challenges) {
      const requested = await acm.requested();
      keep = (arn) => keepOne(arn, { acm, challenges, settings, ...keys, log, surroundings, signal: stopping.signal });
      for (const { arn } of requested) order(arn);
      return async () => {
        stopping.abort();
        await Promise.all(running);
      };
    },
  };
}

interface Keeping extends Keys {
  readonly acm: AcmService;
  readonly challenges: Challenges;
  readonly settings: AcmeSettings;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly surroundings: AcmIssuerSurroundings;
  readonly signal: AbortSignal;
}

/** Keeps one certificate for as long as it is wanted: the parts that order are loaded by the first that is due. */
async function keepOne(arn: string, keeping: Keeping): Promise<void> {
  const { acm, challenges, settings, tlsDirectory, sealer, log, surroundings, signal } = keeping;
  const { fetch, now, wait, random } = surroundings;
  const [{ readCertificate }, acme] = await Promise.all([loadTls(), import('./tls/acme/index.ts')]);
  const storage = await acme.openAcmeStorage(join(tlsDirectory, 'acme'), sealer);
  const environment = { fetch, now, wait, userAgent: `Sallyport/${packageVersion()}`, signal };
  const order = acme.createOrderer({ ...acmeTerms(settings), storage, challenges }, environment);
  const first = await acm.find(arn);
  let dueMs = first?.identity ? acme.renewAtMs(readCertificate(first.identity), random()) : now();
  for (let failures = 0; !signal.aborted; ) {
    const wanted = await acm.find(arn);
    if (wanted === undefined) return;
    if (wanted.giveUpAtMs !== undefined && now() >= wanted.giveUpAtMs) return acm.timedOut(arn);
    if (dueMs > now()) {
      await wait(Math.min(dueMs - now(), acme.MAX_SLEEP_MS), signal).catch(() => undefined);
      continue;
    }
    try {
      const identity = await order(wanted.names);
      failures = 0;
      dueMs = Math.max(acme.renewAtMs(readCertificate(identity), random()), now() + acme.MIN_RENEWAL_MS);
      await acm.issued(arn, identity, now());
      log.info('A certificate of ACM was issued.', { arn, names: wanted.names });
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const retryAfterMs = error instanceof acme.AcmeError ? error.retryAfterMs : undefined;
      dueMs = now() + acme.retryDelayMs(failures, random(), retryAfterMs);
      log.warn('A certificate of ACM was not issued.', { arn, error: String(error), nextTry: new Date(dueMs) });
    }
  }
}

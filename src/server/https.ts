import { randomBytes } from 'node:crypto';
import { loadTls } from '../http/index.ts';
import { packageVersion } from '../package/index.ts';
import type { DataDirectory } from './data-directory/index.ts';
import type { Challenge, HttpsOrder, IdentifiedCertificate } from './link/index.ts';
import type { Log } from './log.ts';
import { type Settings, usesHttps } from './settings/index.ts';
import type { CertificateWishes, Challenges } from './tls/index.ts';
import type { WorkerPool } from './worker/pool.ts';

/** What the control process does for HTTPS: it brings the certificates and hands them to the workers. */
export interface Https {
  /** For a worker that starts now. */
  order(port: number): HttpsOrder;
  /** Brings certificates and renews them and the ticket keys; resolves with how to stop. @throws {StartError} */
  start(pool: WorkerPool): Promise<() => Promise<void>>;
  /** Answers an authority's questions on the plain port of the workers. */
  challenges(pool: WorkerPool): Challenges;
}

const TICKET_KEYS_EVERY_MS = 86_400_000;

/** @returns undefined without any source of certificates: then nothing of TLS is loaded */
export async function prepareHttps(
  settings: Settings,
  { tlsDirectory: directory, sealer }: Pick<DataDirectory, 'tlsDirectory' | 'sealer'>,
  log: Log,
): Promise<Https | undefined> {
  if (!usesHttps(settings)) return undefined;
  const { TICKET_KEY_BYTES } = await loadTls();
  const certificates = new Map<string, IdentifiedCertificate>();
  const challenges = new Map<string, Challenge>();
  let ticketKeys = randomBytes(TICKET_KEY_BYTES);

  const challengesOf = (pool: WorkerPool): Challenges => ({
    async put(token, keyAuthorization) {
      challenges.set(token, { token, keyAuthorization });
      await pool.tell((link) => link.call('putChallenge', { token, keyAuthorization }));
    },
    async remove(token) {
      challenges.delete(token);
      await pool.tell((link) => link.call('removeChallenge', token));
    },
  });

  return {
    challenges: challengesOf,
    order: (port) => ({
      port,
      minVersion: settings.tlsMinVersion,
      redirect: settings.redirectToHttps,
      ticketKeys,
      certificates: [...certificates.values()],
      challenges: [...challenges.values()],
    }),
    async start(pool) {
      const { DEV_NAMES, startCertificates } = await import('./tls/index.ts');
      const stop = await startCertificates({
        wishes: wishesOf(settings, DEV_NAMES),
        directory,
        sealer: sealer('files'),
        async publish(id, pem) {
          certificates.set(id, { id, pem });
          await pool.tell((link) => link.call('putCertificate', { id, pem }));
        },
        challenges: challengesOf(pool),
        userAgent: `Sallyport/${packageVersion()}`,
        now: Date.now,
        random: Math.random,
        info: log.info,
        warn: log.warn,
      });
      const renewal = setInterval(() => {
        ticketKeys = randomBytes(TICKET_KEY_BYTES);
        void pool.tell((link) => link.call('setTicketKeys', ticketKeys));
      }, TICKET_KEYS_EVERY_MS).unref();
      return async () => {
        clearInterval(renewal);
        await stop();
      };
    },
  };
}

function wishesOf(settings: Settings, devNames: readonly string[]): CertificateWishes {
  const { tlsCertificate, tlsKey, tlsDev, acmeNames } = settings;
  return {
    ...(tlsCertificate !== undefined &&
      tlsKey !== undefined && { files: { certificateFile: tlsCertificate, privateKeyFile: tlsKey } }),
    ...(acmeNames !== undefined && { acme: { ...acmeTerms(settings), names: acmeNames } }),
    ...(tlsDev && { dev: devNames }),
  };
}

type AcmeSettings = Pick<
  Settings,
  'acmeDirectory' | 'acmeAgreeToTerms' | 'acmeContact' | 'acmeEabKeyId' | 'acmeEabHmacKey'
>;

/** From which authority certificates are ordered, and as whom. */
export function acmeTerms(settings: AcmeSettings): Omit<NonNullable<CertificateWishes['acme']>, 'names'> {
  const { acmeContact, acmeEabKeyId, acmeEabHmacKey } = settings;
  return {
    directoryUrl: settings.acmeDirectory,
    terms: {
      termsAgreed: settings.acmeAgreeToTerms,
      ...(acmeContact !== undefined && { contact: acmeContact }),
      ...(acmeEabKeyId !== undefined &&
        acmeEabHmacKey !== undefined && {
          externalAccount: { keyId: acmeEabKeyId, hmacKey: acmeEabHmacKey.reveal() },
        }),
    },
  };
}

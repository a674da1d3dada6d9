import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CertificateFiles, type CertificatePem, loadTls } from '../../http/index.ts';
import type { Sealer } from '../../sealing/index.ts';
import { StartError } from '../start-error.ts';
import type { AccountTerms } from './acme/account.ts';
import type { Challenges } from './acme/challenges.ts';
import { expiryProblem } from './expiry.ts';

/** Where certificates shall come from; any of the three, and together. */
export interface CertificateWishes {
  readonly files?: CertificateFiles;
  readonly acme?: {
    readonly directoryUrl: string;
    readonly terms: AccountTerms;
    /** Host names; each gets a certificate of its own. */
    readonly names: readonly string[];
  };
  /** Names of a certificate by the development authority. */
  readonly dev?: readonly string[];
}

export interface CertificateOptions {
  readonly wishes: CertificateWishes;
  /** `tls` in the data directory. */
  readonly directory: string;
  /** Seals private keys that are ordered for. */
  readonly sealer: Sealer;
  /**
   * Called with every certificate that is to be shown from now on, under the same id as the one that it replaces: `files`,
   * `acme/NAME` or `dev`.
   */
  publish(id: string, pem: CertificatePem): void | Promise<void>;
  readonly challenges: Challenges;
  readonly userAgent: string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  info(message: string, detail: Readonly<Record<string, unknown>>): void;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** How often dates are looked at: they count in days. */
const CHECK_MS = 43_200_000;
/** How often the development certificate is looked at, which a command may replace. */
const DEV_CHECK_MS = 60_000;

/**
 * Brings the wished certificates and keeps bringing them: files when they change, certificates by ACME and by the
 * development authority before they end. Files and the development certificate are published before this resolves; those
 * by ACME when they come.
 * @returns how to stop; nothing is published afterwards
 * @throws {StartError} when the files cannot be used
 */
export async function startCertificates(given: CertificateOptions): Promise<() => Promise<void>> {
  const { wishes, warn } = given;
  const options = {
    ...given,
    publish: async (id: string, pem: CertificatePem): Promise<void> => {
      try {
        await given.publish(id, pem);
      } catch (error) {
        warn('A certificate was not handed on.', { id, error: String(error) });
      }
    },
  };
  const stopping = new AbortController();
  // The first is what a client is shown that names no host: what was given by hand goes before what is made here.
  const stops = [
    await startFiles(wishes.files, options, stopping.signal),
    await startAcme(wishes.acme, options),
    await startDev(wishes.dev, options, stopping.signal),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop?.()));
  };
}

type Stop = () => Promise<void> | void;

async function startFiles(
  files: CertificateFiles | undefined,
  { publish, warn, now }: CertificateOptions,
  signal: AbortSignal,
): Promise<Stop | undefined> {
  if (files === undefined) return undefined;
  const { CERTIFICATE_POLL_MS, CertificateError, watchCertificate } = await loadTls();
  let published: Promise<void> | undefined;
  let life = { notBeforeMs: 0, notAfterMs: Number.POSITIVE_INFINITY };
  const look = (): void => {
    const problem = expiryProblem(life, now());
    if (problem !== undefined) warn(`The certificate ${problem}.`, { ...files });
  };
  const stop = await watchCertificate({
    files,
    pollMs: CERTIFICATE_POLL_MS,
    onCertificate: (certificate) => {
      life = certificate;
      look();
      published = Promise.resolve(publish('files', certificate.pem));
    },
    warn,
  }).catch((error: unknown) => {
    throw error instanceof CertificateError ? new StartError(error.message, { cause: error }) : error;
  });
  await published;
  const looking = every(CHECK_MS, signal, async () => look());
  return async () => {
    stop();
    await looking;
  };
}

async function startAcme(acme: CertificateWishes['acme'], options: CertificateOptions): Promise<Stop | undefined> {
  if (acme === undefined) return undefined;
  const { challenges, directory, sealer, info, now, publish, random, userAgent, warn } = options;
  const { keepCertificates, openAcmeStorage } = await import('./acme/index.ts');
  const keeper = keepCertificates({
    ...acme,
    storage: await openAcmeStorage(join(directory, 'acme'), sealer),
    challenges,
    environment: { fetch, now, wait, userAgent },
    random,
    publish: (name, pem) => publish(`acme/${name}`, pem),
    info,
    warn,
  });
  return () => keeper.stop();
}

async function startDev(
  names: readonly string[] | undefined,
  { directory, now, publish, warn }: CertificateOptions,
  signal: AbortSignal,
): Promise<Stop | undefined> {
  if (names === undefined) return undefined;
  const { devCertificate } = await import('./dev/index.ts');
  let shown: CertificatePem | undefined;
  const bring = async (): Promise<void> => {
    const { leaf } = await devCertificate({ directory, names, nowMs: now() });
    if (leaf.certificate === shown?.certificate) return;
    shown = leaf;
    await publish('dev', leaf);
  };
  await bring();
  const renewing = every(DEV_CHECK_MS, signal, () =>
    bring().catch((error: unknown) => warn('The development certificate was not renewed.', { error: String(error) })),
  );
  return () => renewing;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal, ref: false });
}

/** Works again and again until the signal aborts. */
async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await wait(ms, signal).catch(() => undefined);
    if (!signal.aborted) await work();
  }
}

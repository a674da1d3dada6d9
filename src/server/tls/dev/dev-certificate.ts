import { X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type CertificatePem, loadTls } from '../../../http/index.ts';
import { readPem, writePem } from '../pem-file.ts';
import { issueLeaf, makeAuthority } from './issue.ts';

/** What `sallyport tls dev` makes and a server with `--tls-dev` uses. */
export interface DevCertificate {
  /** The certificate of the authority, which clients are to trust. It holds no key. */
  readonly authorityFile: string;
  readonly leaf: CertificatePem;
  /** What the certificate is for: what is wanted now and what was wanted before. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly notAfterMs: number;
  /** Whether the authority was made by this call, so that nobody can trust it yet. */
  readonly isNewAuthority: boolean;
}

export interface DevOptions {
  /** `tls` in the data directory; made when it is not there. */
  readonly directory: string;
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/**
 * Finds the development certificate, or makes it: first the authority, then a certificate by it. A certificate is made
 * anew when a third of its life is left, when more names are wanted, or when it cannot be read; the authority only when
 * it is about to end, because people have to trust it anew then. Names stay: what a command has added once is kept by a
 * server that knows nothing of it.
 */
export async function devCertificate({ directory, names, nowMs }: DevOptions): Promise<DevCertificate> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const authorityFile = join(directory, 'dev-ca.pem');
  const authorityKeyFile = join(directory, 'dev-ca-key.pem');
  const files = { certificateFile: join(directory, 'dev.pem'), privateKeyFile: join(directory, 'dev-key.pem') };

  const found = await readPem({ certificateFile: authorityFile, privateKeyFile: authorityKeyFile });
  const isNewAuthority = found === undefined || !lastsAt(found, nowMs);
  const authority = isNewAuthority ? await makeAuthority(nowMs, hostname()) : found;
  if (isNewAuthority) await writePem({ certificateFile: authorityFile, privateKeyFile: authorityKeyFile }, authority);

  const before = await readPem(files);
  const namesBefore = before === undefined ? [] : await namesOf(before);
  const missing = names.filter((name) => !namesBefore.includes(name.toLowerCase()));
  const fits = missing.length === 0 && before !== undefined && lastsAt(before, nowMs) && isIssuedBy(before, authority);
  const leaf = fits ? before : await issueLeaf(authority, [...namesBefore, ...missing], nowMs);
  if (!fits) await writePem(files, leaf);
  const { validTo } = new X509Certificate(leaf.certificate);
  return { authorityFile, leaf, names: await namesOf(leaf), notAfterMs: Date.parse(validTo), isNewAuthority };
}

/** Whether more than a third of its life is left. */
function lastsAt({ certificate }: CertificatePem, nowMs: number): boolean {
  const { validFrom, validTo } = new X509Certificate(certificate);
  const notAfterMs = Date.parse(validTo);
  return nowMs < notAfterMs - (notAfterMs - Date.parse(validFrom)) / 3;
}

function isIssuedBy(leaf: CertificatePem, authority: CertificatePem): boolean {
  return new X509Certificate(leaf.certificate).verify(new X509Certificate(authority.certificate).publicKey);
}

async function namesOf(leaf: CertificatePem): Promise<readonly string[]> {
  const { readCertificate } = await loadTls();
  return readCertificate(leaf).names;
}

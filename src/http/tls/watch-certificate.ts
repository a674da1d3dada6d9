import { readFile, stat } from 'node:fs/promises';
import { type Certificate, CertificateError, readCertificate } from './certificate.ts';

/** Where a certificate lies. */
export interface CertificateFiles {
  /** PEM: the server's own certificate first, then its chain. */
  readonly certificateFile: string;
  readonly privateKeyFile: string;
}

export interface WatchOptions {
  readonly files: CertificateFiles;
  readonly pollMs: number;
  /** Called with the certificate at first, then with every new one. */
  onCertificate(certificate: Certificate): void;
  /** One line for the operator: the files have changed and cannot be used, and the certificate before stays. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/**
 * Reads a certificate from files and again whenever they change. Files are polled, not subscribed to: that sees a
 * replaced file, a swapped symbolic link and a network mount alike.
 * @returns how to stop; nothing is called afterwards
 * @throws {CertificateError} when the files cannot be used at the beginning
 */
export async function watchCertificate(options: WatchOptions): Promise<() => void> {
  const { files, pollMs, onCertificate, warn } = options;
  let used = await versionOf(files);
  let seen = used;
  let stopped = false;
  onCertificate(await readFiles(files));

  async function poll(): Promise<void> {
    const version = await versionOf(files);
    // Two files are never replaced in one step: what counts is what has been there for a whole interval.
    const settled = version === seen;
    seen = version;
    if (!settled || version === used) return;
    used = version;
    try {
      const certificate = await readFiles(files);
      if (!stopped) onCertificate(certificate);
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      if (!stopped)
        warn('The new certificate cannot be used; the one before stays.', { error: error.message, ...files });
    }
  }

  let timer = setTimeout(tick, pollMs).unref();
  async function tick(): Promise<void> {
    await poll();
    if (!stopped) timer = setTimeout(tick, pollMs).unref();
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** @throws {CertificateError} */
async function readFiles(files: CertificateFiles): Promise<Certificate> {
  const certificate = await read(files.certificateFile);
  const privateKey = await read(files.privateKeyFile);
  try {
    return readCertificate({ certificate, privateKey });
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    throw new CertificateError(`${error.message} (${files.certificateFile}, ${files.privateKeyFile})`, {
      cause: error,
    });
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CertificateError(`${file} cannot be read: ${codeOf(error)}.`, { cause: error });
  }
}

/** Text that is another one when either file is another one; a file that is not there counts as a version too. */
async function versionOf(files: CertificateFiles): Promise<string> {
  const versions = await Promise.all([files.certificateFile, files.privateKeyFile].map(versionOfFile));
  return versions.join(' ');
}

async function versionOfFile(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs}/${size}/${ino}`;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

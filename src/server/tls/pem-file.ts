import { readFile } from 'node:fs/promises';
import { type CertificateFiles, type CertificatePem, loadTls } from '../../http/index.ts';
import { writeFileAtomically } from '../data-directory/write-file-atomically.ts';

/** A certificate is for everybody to see, its key for the owner alone. */
const MODE = { certificate: 0o644, privateKey: 0o600 } as const;

/** Reads a certificate that was written here; undefined when there is none that can be used. */
export async function readPem(files: CertificateFiles): Promise<CertificatePem | undefined> {
  const { CertificateError, readCertificate } = await loadTls();
  try {
    const [certificate, privateKey] = await Promise.all([
      readFile(files.certificateFile, 'utf8'),
      readFile(files.privateKeyFile, 'utf8'),
    ]);
    return readCertificate({ certificate, privateKey }).pem;
  } catch (error) {
    // A crash between the two files leaves a pair that does not match: as good as none.
    if (error instanceof CertificateError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes both files, each so that it is never half there. */
export async function writePem(files: CertificateFiles, pem: CertificatePem): Promise<void> {
  await writeFileAtomically(files.privateKeyFile, pem.privateKey, MODE.privateKey);
  await writeFileAtomically(files.certificateFile, pem.certificate, MODE.certificate);
}

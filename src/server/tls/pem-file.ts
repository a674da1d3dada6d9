import { readFile } from 'node:fs/promises';
import { type CertificateFiles, type CertificatePem, loadTls } from '../../http/index.ts';
import { SealError, type Sealer } from '../../sealing/index.ts';
import { writeFileAtomically } from '../data-directory/write-file-atomically.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

/**
 * Reads a certificate that was written here; undefined when there is none that can be used.
 * @param sealer opens its key where that is sealed
 */
export async function readPem(files: CertificateFiles, sealer?: Sealer): Promise<CertificatePem | undefined> {
  const { CertificateError, readCertificate } = await loadTls();
  try {
    const [certificate, privateKey] = await Promise.all([
      readFile(files.certificateFile, 'utf8'),
      readPrivateFile(files.privateKeyFile, sealer),
    ]);
    return readCertificate({ certificate, privateKey }).pem;
  } catch (error) {
    // A crash between the two files leaves a pair that does not match: as good as none.
    if (
      error instanceof CertificateError ||
      error instanceof SealError ||
      (error as NodeJS.ErrnoException).code === 'ENOENT'
    )
      return undefined;
    throw error;
  }
}

/** Writes both files, each so that it is never half there: the certificate for everybody, the key for the owner alone. */
export async function writePem(files: CertificateFiles, pem: CertificatePem, sealer?: Sealer): Promise<void> {
  await writePrivateFile(files.privateKeyFile, pem.privateKey, sealer);
  await writeFileAtomically(files.certificateFile, pem.certificate, 0o644);
}

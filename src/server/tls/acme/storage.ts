import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificatePem } from '../../../http/index.ts';
import type { Sealer } from '../../../sealing/index.ts';
import { newPrivateKey } from '../../../x509/index.ts';
import { readPem, writePem } from '../pem-file.ts';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

/** What certificates by ACME need to survive a restart, in a folder that only its owner can read. */
export interface AcmeStorage {
  /** The account's private key at a server, in PEM; made at the first call. Whoever loses it loses the account. */
  accountKey(directoryUrl: string): Promise<string>;
  /** Undefined when there is none that can be used. */
  load(name: string): Promise<CertificatePem | undefined>;
  save(name: string, pem: CertificatePem): Promise<void>;
}

/**
 * @param directory made when it is not there
 * @param sealer seals private keys
 */
export async function openAcmeStorage(directory: string, sealer?: Sealer): Promise<AcmeStorage> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const filesOf = (name: string) => ({
    certificateFile: join(directory, `${name}.pem`),
    privateKeyFile: join(directory, `${name}-key.pem`),
  });
  return {
    async accountKey(directoryUrl) {
      // Keys of different servers lie side by side, so that a trial at a staging server costs nothing.
      const server = createHash('sha256').update(directoryUrl).digest('hex').slice(0, 16);
      const file = join(directory, `account-${server}.key`);
      try {
        return await readPrivateFile(file, sealer);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      const key = await newPrivateKey();
      await writePrivateFile(file, key, sealer);
      return key;
    },
    load: (name) => readPem(filesOf(name), sealer),
    save: (name, pem) => writePem(filesOf(name), pem, sealer),
  };
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isSealed, type Sealer } from '../../sealing/index.ts';
import { writeFileAtomically } from '../data-directory/write-file-atomically.ts';

/**
 * Reads a private key.
 * @param sealer opens it where it is sealed; one that is not is read as it is
 * @throws {SealError} for one that was sealed with another key
 */
export async function readPrivateFile(path: string, sealer: Sealer | undefined): Promise<string> {
  const text = await readFile(path, 'utf8');
  return sealer !== undefined && isSealed(text) ? sealer.open(text.trim(), basename(path)) : text;
}

/** Writes a private key, for the owner alone, sealed where there is what to seal it with. */
export async function writePrivateFile(path: string, key: string, sealer: Sealer | undefined): Promise<void> {
  await writeFileAtomically(path, sealer === undefined ? key : `${sealer.seal(key, basename(path))}\n`, 0o600);
}

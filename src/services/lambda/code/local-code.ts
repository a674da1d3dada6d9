import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { invalidParameter } from '../errors.ts';
import type { CodeInput } from './code-input.ts';
import type { FunctionCode } from './code-store.ts';

/** Users of LocalStack know this bucket: its keys are folders of this machine, whose changes the next call sees. */
const LOCAL_BUCKET = 'hot-reload';
/** Entries that are looked at for changes; what lies deeper is not seen. */
const MAX_ENTRIES = 5_000;

/**
 * Code that is run where it lies, as an extension: `S3Bucket=hot-reload,S3Key=/absolute/folder`.
 * @returns undefined for code that lies elsewhere
 * @throws {ServiceError} for what is no folder
 */
export async function localCode({ S3Bucket, S3Key = '' }: CodeInput): Promise<FunctionCode | undefined> {
  if (S3Bucket !== LOCAL_BUCKET) return undefined;
  const found = isAbsolute(S3Key) ? await stat(S3Key).catch(() => undefined) : undefined;
  if (found?.isDirectory() !== true) {
    throw invalidParameter(
      `The bucket ${LOCAL_BUCKET} stands for this machine: S3Key must be the absolute path of a folder.`,
    );
  }
  const sha256 = createHash('sha256').update(S3Key).digest('base64');
  return { sha256, sizeBytes: 0, folder: '', localFolder: S3Key };
}

/** Changes when a file below the folder does; `node_modules` and hidden folders are not looked into. */
export async function localRevision(folder: string): Promise<string> {
  let newestMs = 0;
  let seen = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && seen < MAX_ENTRIES; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      seen++;
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) waiting.push(path);
      } else newestMs = Math.max(newestMs, (await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
    }
  }
  return `${newestMs}-${seen}`;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { DOWNLOAD_SECONDS } from '../limits.ts';
import { type CodeStore, type FunctionCode, undefinedIfMissing } from './code-store.ts';

/** A zip file that a request may have. */
export interface CodeDownload {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Addresses from which whoever was given them can fetch code for ten minutes (API reference, `FunctionCodeLocation`). */
export interface CodeDownloads {
  /** Undefined where there is no zip file: of code that is run where it lies, or was stored before zip files were kept. */
  locationOf(code: FunctionCode): Promise<string | undefined>;
  /**
   * The file that such an address leads to.
   * @param target path and query; undefined for a path that is no such address, `forbidden` for one that is signed wrongly or too old
   */
  find(target: string): Promise<CodeDownload | 'forbidden' | undefined>;
}

const TARGET = /^\/_sallyport\/code\/([0-9a-f]{64})\.zip\?expires=(\d{1,12})&signature=([0-9a-f]{64})$/;

export interface DownloadOptions {
  /** What addresses are signed with; another one after each start, which ends them. */
  readonly key: Uint8Array;
  /** Where the control port answers, without a slash at its end. */
  baseUrl(): string;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function createCodeDownloads(store: CodeStore, { key, baseUrl, now }: DownloadOptions): CodeDownloads {
  const sign = (folder: string, expires: number) => createHmac('sha256', key).update(`${folder} ${expires}`).digest();
  const sizeOf = async (folder: string): Promise<number | undefined> =>
    (await stat(store.zipPath(folder)).catch(undefinedIfMissing))?.size;

  return {
    async locationOf({ folder, localFolder }) {
      if (localFolder !== undefined || (await sizeOf(folder)) === undefined) return undefined;
      const expires = Math.floor(now() / 1000) + DOWNLOAD_SECONDS;
      const signature = sign(folder, expires).toString('hex');
      return `${baseUrl()}/_sallyport/code/${folder}.zip?expires=${expires}&signature=${signature}`;
    },
    async find(target) {
      if (!target.startsWith('/_sallyport/code/')) return undefined;
      const [, folder = '', expires = '', signature = ''] = TARGET.exec(target) ?? [];
      const isSigned = folder !== '' && timingSafeEqual(Buffer.from(signature, 'hex'), sign(folder, Number(expires)));
      if (!isSigned || Number(expires) * 1000 < now()) return 'forbidden';
      const sizeBytes = await sizeOf(folder);
      return sizeBytes === undefined ? 'forbidden' : { path: store.zipPath(folder), sizeBytes };
    },
  };
}

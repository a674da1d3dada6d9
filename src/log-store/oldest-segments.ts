import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readSegmentName } from './file-names.ts';
import { unlessMissing } from './unless-missing.ts';

/** A segment and the folder of its group. */
export interface OldSegment {
  readonly folder: string;
  readonly name: string;
}

/**
 * Segments that have to go so that all files below a folder take no more than so many bytes: those whose last event is the oldest,
 * whatever their group. What has not become a segment yet stays.
 */
export async function segmentsBeyond(folder: string, maxBytes: number): Promise<readonly OldSegment[]> {
  const names = await readdir(folder, { recursive: true });
  let total = 0;
  const segments: (OldSegment & { readonly maxMs: number; readonly bytes: number })[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    const file = await stat(path).catch(unlessMissing);
    if (file?.isFile() !== true) continue;
    total += file.size;
    const segment = readSegmentName(basename(path));
    if (segment !== undefined) segments.push({ ...segment, folder: dirname(path), bytes: file.size });
  }
  segments.sort((one, other) => one.maxMs - other.maxMs);
  const beyond: OldSegment[] = [];
  for (const segment of segments) {
    if (total <= maxBytes) break;
    beyond.push(segment);
    total -= segment.bytes;
  }
  return beyond;
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LogGroupRef } from '../model/index.ts';

/** A closed file of a group. Its name says what times are in it, so that most are never opened. */
export interface SegmentFile {
  readonly name: string;
  /** Counts the files of a group. */
  readonly generation: number;
  readonly minMs: number;
  readonly maxMs: number;
}

const DIGITS = 10;
const SEGMENT = /^(\d{10})_(\d+)_(\d+)\.seg$/;
const LOG = /^(\d{10})\.log$/;

/** `0000000012_1795824301969_1795824399999.seg` */
export function segmentName({ generation, minMs, maxMs }: Omit<SegmentFile, 'name'>): string {
  return `${numbered(generation)}_${minMs}_${maxMs}.seg`;
}

/** `0000000013.log` */
export function logName(generation: number): string {
  return `${numbered(generation)}.log`;
}

export function readSegmentName(name: string): SegmentFile | undefined {
  const [, generation, minMs, maxMs] = SEGMENT.exec(name) ?? [];
  if (generation === undefined) return undefined;
  return { name, generation: Number(generation), minMs: Number(minMs), maxMs: Number(maxMs) };
}

/** The generation of a log's name; undefined for any other name. */
export function readLogName(name: string): number | undefined {
  const generation = LOG.exec(name)?.[1];
  return generation === undefined ? undefined : Number(generation);
}

/** Where a group lies: `ACCOUNT/REGION/%2Faws%2Flambda%2Fpets`. */
export function groupFolder(root: string, { scope, name }: LogGroupRef): string {
  return join(root, folderName(scope.accountId), folderName(scope.region), folderName(name));
}

/** Half of the longest name of a file on the usual file systems: what is longer ends in its hash. */
const MAX_NAME = 127;

/** One name of a folder for any text, another for every text. */
function folderName(text: string): string {
  const name = encodeURIComponent(text).replace(/^\./, '%2E');
  if (name.length <= MAX_NAME) return name;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return `${name.slice(0, MAX_NAME - hash.length - 1)}~${hash}`;
}

function numbered(generation: number): string {
  return String(generation).padStart(DIGITS, '0');
}

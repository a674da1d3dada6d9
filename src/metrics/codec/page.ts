import type { Point } from '../point.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readPoint, writePoint } from './point-codec.ts';

/** One series' point among those of others. */
export interface PageEntry {
  /** The series' number. */
  readonly series: number;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Whether it is kept by the second. */
  readonly isFine: boolean;
  readonly point: Point;
}

/** Points of many series: what came in a while, or in one call. */
export function encodePage(entries: Iterable<PageEntry>): Buffer {
  const writer = new ByteWriter(4_096);
  const scratch = new ByteWriter();
  for (const { series, at, isFine, point } of entries) {
    scratch.clear();
    scratch.varint(2 * at + Number(isFine));
    writePoint(scratch, point);
    writer.varint(series);
    // Whoever looks for another series reads over it.
    writer.varint(scratch.length);
    writer.bytes(scratch.written());
  }
  return writer.written();
}

/** @param isWanted whether a series' points shall be read */
export function* decodePage(
  page: Buffer,
  isWanted: (series: number) => boolean,
  withHistograms: boolean,
): Generator<PageEntry> {
  const reader = new ByteReader(page);
  while (!reader.isAtEnd) {
    const series = reader.varint();
    const length = reader.varint();
    const end = reader.position + length;
    if (isWanted(series)) {
      const time = reader.varint();
      const point = readPoint(reader, withHistograms);
      yield { series, at: Math.floor(time / 2), isFine: time % 2 === 1, point };
    }
    reader.position = end;
  }
}

import { mergePoints, type Point } from '../point.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readPoint, writePoint } from './point-codec.ts';

/** A point and when its span of time began, in seconds since the epoch. */
export interface TimedPoint {
  readonly at: number;
  readonly point: Point;
}

/** Points of one series at equal distances, ascending. */
export function encodeChunk(points: readonly TimedPoint[], startsAt: number, distance: number): Buffer {
  const writer = new ByteWriter(64 * points.length);
  let before = startsAt;
  for (const { at, point } of points) {
    writer.varint((at - before) / distance);
    before = at;
    writePoint(writer, point);
  }
  return writer.written();
}

export function decodeChunk(
  chunk: Buffer,
  startsAt: number,
  distance: number,
  withHistograms: boolean,
  each: (at: number, point: Point) => void,
): void {
  const reader = new ByteReader(chunk);
  let at = startsAt;
  while (!reader.isAtEnd) {
    at += reader.varint() * distance;
    each(at, readPoint(reader, withHistograms));
  }
}

/** A chunk with more points in it. @param more ascending */
export function mergeIntoChunk(
  chunk: Buffer | undefined,
  startsAt: number,
  distance: number,
  more: readonly TimedPoint[],
): Buffer {
  const points = new Map<number, Point>();
  if (chunk !== undefined) decodeChunk(chunk, startsAt, distance, true, (at, point) => points.set(at, point));
  for (const { at, point } of more) {
    const known = points.get(at);
    points.set(at, known === undefined ? point : mergePoints(known, point));
  }
  const sorted = [...points].sort(([a], [b]) => a - b).map(([at, point]) => ({ at, point }));
  return encodeChunk(sorted, startsAt, distance);
}

/**
 * Log events as bytes, as they travel from process to process and as they lie on disk: so whoever keeps a million of them need not make
 * a million texts of them.
 */
export { copyRecords, mayEmbedMetrics, PACKED_BYTES, packRecords, unpackedLength, unpackRecords } from './pack.ts';
export {
  type Arrival,
  eventAt,
  messagesOf,
  orderedRecords,
  RECORD_HEAD_BYTES,
  recordEnd,
  recordStarts,
  recordTimes,
  sequenceAt,
  stampRecords,
  streamAt,
  timestampAt,
} from './record.ts';
export { packEvents, RecordWriter } from './record-writer.ts';

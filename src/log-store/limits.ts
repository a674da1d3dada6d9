/** What a group's newest file gathers, unpacked, before it is sorted, compressed and closed for good. Ours: it is read whole to do so. */
export const LOG_BYTES = 8_388_608;

/** Events are indexed, compressed and read in stretches of about so many bytes. Ours: 300 us to unpack. */
export const SPAN_BYTES = 65_536;

/** So many stretches that came in packed may lie at one time in a segment: as many are in memory when it is read. Ours. */
export const OVERLAPPING_PACKETS = 16;

/**
 * What came in packed stays so in a segment where its events lie within this time. A slow request is written late, among others of its end: a
 * reader would hold all that lies between, of all segments. Ours.
 */
export const PACKET_MS = 2_000;

/** A segment is written in pieces of about so many bytes. Ours: putting larger ones together had the largest part of the work (decision 0039). */
export const WRITE_BYTES = 65_536;

/** A frame holds so much at most, and an append that is larger is several. Ours. */
export const FRAME_BYTES = 1_048_576;

/** Streams that a stretch names; where there are more, it may hold events of any. Ours. */
export const SPAN_STREAMS = 16;

/** What a page of a reading holds at most. */
export const PAGE = { events: 1_000, bytes: 1_048_576 } as const;

/** After so much that nobody wanted a page is given all the same, so that a search can be given up. Ours. */
export const UNWANTED_BYTES = 4_194_304;

/** Groups that are open at one time; the one that was used longest ago is closed for another. Ours. */
export const OPEN_GROUPS = 256;

/** How often what was appended is sent to the disk itself: what the loss of power costs at most. Ours. */
export const SYNC_MS = 1_000;

/** So much of a disk is left to the store of documents: without it, no change of an API could be kept. Ours. */
export const RESERVED_BYTES = 67_108_864;

/** How often the free space of the disk is looked at while events come in. Ours. */
export const SPACE_CHECK_MS = 1_000;

/** A size that was looked up is good for so long; AWS is behind by up to an hour (`LogGroup.storedBytes`). Ours. */
export const SIZE_MS = 10_000;

/** How often it is looked whether all groups together take more than they may, while they grow. Ours. */
export const TRIM_MS = 5_000;

/** What ends a chunked body that has no trailer fields (RFC 9112 section 7.1). */
export const LAST_CHUNK = '0\r\n\r\n';

/** The line before a chunk's data; the data and {@link CHUNK_END} follow. An empty chunk would end the body. */
export function chunkSizeLine(bytes: number): string {
  return `${bytes.toString(16)}\r\n`;
}

/** What follows a chunk's data. */
export const CHUNK_END = '\r\n';

import { responseHead, writeFields } from '../codec/index.ts';

const NO_FIELDS = writeFields([]);

/** The whole answer to what cannot be read on: a status, nothing else, and the connection closes. */
export function refusal(status: number, dateLine: string): string {
  return responseHead(status, NO_FIELDS, { length: 0, connection: 'close', dateLine });
}

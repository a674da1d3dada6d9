/** An operation's input or output, by the SDK's member names. */
export type Values = Readonly<Record<string, unknown>>;

/** A value that should be an object; what is none has no members. */
export function asRecord(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes a bounded number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Where a value must be text: a label, a query, a header, a form (Smithy, "HTTP binding traits"). */
export function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return toBase64(value);
  return String(value);
}

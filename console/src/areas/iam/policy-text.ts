import { indented } from '../../parts/json-editor/format-json.ts';

/** A policy's text as IAM sends it, percent-encoded (API reference, `GetPolicyVersion`); on one line it is indented, to be read. */
export function policyText(encoded: string | undefined): string {
  const text = decoded(encoded ?? '');
  return text.includes('\n') ? text : indented(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Stored before it was encoded, with a percent sign of its own.
    return text;
  }
}

import type { ExplainedBody } from '../../model/index.ts';
import type { KeptBody } from '../tracing/index.ts';

/** What is known of a body: its length, and as text what was kept of it. */
export function explainedBody({ bytes, head }: KeptBody): ExplainedBody {
  if (head.length === 0) return { bytes };
  // What was cut may end within a character.
  const text = head.toString('utf8').replace(/\ufffd+$/, '');
  return { bytes, text: head.length < bytes ? `${text}...` : text };
}

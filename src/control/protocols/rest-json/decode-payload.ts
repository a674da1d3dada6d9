import type { Member } from '../../schema/index.ts';
import { decodeJson } from '../json/decode-json.ts';
import { jsonNames } from '../json/json-names.ts';
import { parseBody } from '../json/parse-body.ts';

/** Reads a member that is the whole body: bytes or text as they are, anything else as JSON. */
export function decodePayload(member: Member, body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (member.shape.kind === 'blob') return body;
  if (member.shape.kind === 'string') return body.toString('utf8');
  return decodeJson(member.shape, parseBody(body), jsonNames);
}

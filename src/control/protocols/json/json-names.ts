import type { Member } from '../../schema/index.ts';

/** Which key of a JSON object holds a member: rest-json knows `jsonName`, the other JSON protocols do not. */
export type JsonNames = (member: Member) => string;

export const memberNames: JsonNames = (member) => member.name;
export const jsonNames: JsonNames = (member) => member.traits.jsonName ?? member.name;

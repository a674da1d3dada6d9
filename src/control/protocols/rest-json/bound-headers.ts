import type { Member } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { formatText } from '../text-values.ts';

/** Whether a member of an output or an error stands in the response's head; bindings to the request count for nothing here. */
export function isInHead({ traits }: Member): boolean {
  return traits.httpHeader !== undefined || traits.httpPrefixHeaders !== undefined || traits.httpResponseCode === true;
}

/** The header fields that a response's members are bound to. */
export function boundHeaders(members: readonly Member[], values: Values): readonly string[] {
  return members.flatMap((member) => {
    const value = values[member.name];
    if (value === undefined || value === null) return [];
    const { traits } = member;
    if (traits.httpHeader !== undefined) return [traits.httpHeader, fieldValue(headerText(member, value))];
    if (traits.httpPrefixHeaders === undefined) return [];
    return Object.entries(value).flatMap(([name, text]) => [
      `${traits.httpPrefixHeaders}${name}`,
      fieldValue(String(text)),
    ]);
  });
}

function headerText(member: Member, value: unknown): string {
  const { shape } = member;
  if (shape.kind !== 'list' || !Array.isArray(value)) return formatText(member, value, 'http-date');
  return value.map((item) => formatText(shape.member, item, 'http-date')).join(', ');
}

/** @throws for what a field cannot hold (RFC 9110 section 5.5), so that no value can end a header */
function fieldValue(text: string): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return text;
  throw new Error(`A header cannot hold the value ${JSON.stringify(text)}.`);
}

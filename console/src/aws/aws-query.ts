import type { Member } from '../../../src/control/schema/shape.ts';
import { AwsError } from './error.ts';
import type { Protocol, Received } from './protocol.ts';
import { asRecord, asText, type Values } from './values.ts';
import { decodeXmlMembers } from './xml.ts';

/** aws-query: a form to the root, XML back (Smithy, "AWS query protocol"). */
export const awsQuery: Protocol = {
  encode: (operation, input, schema) => ({
    method: 'POST',
    path: '/',
    query: [],
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new TextEncoder().encode(
      new URLSearchParams([
        ['Action', operation.name],
        ['Version', schema.apiVersion],
        ...formMembers(operation.input?.members ?? [], input, ''),
      ]).toString(),
    ),
  }),
  decode(operation, received) {
    const result = parse(received).querySelector(`:scope > ${operation.name}Result`);
    return result ? decodeXmlMembers(operation.output?.members ?? [], result) : {};
  },
  error(received) {
    const root = parse(received);
    const text = (name: string): string | undefined => root.querySelector(name)?.textContent ?? undefined;
    const requestId = text('RequestId') ?? received.headers.get('x-amzn-requestid') ?? undefined;
    return new AwsError(text('Code') ?? `HTTP ${received.status}`, text('Message') ?? '', received.status, requestId);
  },
};

function parse({ body }: Received): Element {
  return new DOMParser().parseFromString(new TextDecoder().decode(body), 'text/xml').documentElement;
}

function formMembers(members: readonly Member[], values: Values, prefix: string): string[][] {
  return members
    .filter((member) => values[member.name] !== undefined)
    .flatMap((member) => form(member, values[member.name], `${prefix}${member.traits.xmlName ?? member.name}`));
}

function form({ shape, traits }: Member, value: unknown, name: string): string[][] {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return formMembers(shape.members, asRecord(value), `${name}.`);
    case 'list': {
      const items = value as readonly unknown[];
      const prefix = traits.xmlFlattened ? name : `${name}.${shape.member.traits.xmlName ?? 'member'}`;
      if (items.length === 0) return [[name, '']];
      return items.flatMap((item, index) => form(shape.member, item, `${prefix}.${index + 1}`));
    }
    case 'map': {
      const prefix = traits.xmlFlattened ? name : `${name}.entry`;
      return Object.entries(asRecord(value)).flatMap(([key, item], index) => [
        [`${prefix}.${index + 1}.${shape.key.traits.xmlName ?? 'key'}`, key],
        ...form(shape.value, item, `${prefix}.${index + 1}.${shape.value.traits.xmlName ?? 'value'}`),
      ]);
    }
    default:
      return [[name, asText(value)]];
  }
}

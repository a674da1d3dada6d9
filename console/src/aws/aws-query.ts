import type { Member } from '../../../src/control/schema/shape.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import { AwsError } from './error.ts';
import type { Protocol, Received } from './protocol.ts';
import { asRecord, asText, type Values } from './values.ts';
import { childOf, decodeXmlMembers, findText, type XmlElement } from './xml.ts';

const text = new TextDecoder();

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
    const result = childOf(parse(received), `${operation.name}Result`);
    return result ? decodeXmlMembers(operation.output?.members ?? [], result) : {};
  },
  error(received) {
    const { status, headers } = received;
    const root = parsedOrNothing(received);
    const requestId = findText(root, 'RequestId') ?? headers.get('x-amzn-requestid') ?? undefined;
    return new AwsError(findText(root, 'Code') ?? `HTTP ${status}`, findText(root, 'Message') ?? '', status, requestId);
  },
};

/** By our own reader: `DOMParser` is closed to a page with Trusted Types, and would take HTML for XML that is broken. */
function parse({ body }: Received): XmlElement {
  return parseXml(text.decode(body));
}

/** What stands between may answer in its own words, such as a proxy's page of HTML. */
function parsedOrNothing(received: Received): XmlElement | undefined {
  try {
    return parse(received);
  } catch {
    return undefined;
  }
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

import { isObject } from '../../json-schema/index.ts';
import { XSI } from '../element.ts';
import { XmlConversionError } from '../errors.ts';
import { XML_LIMITS } from '../limits.ts';
import { escapeAttribute, escapeText } from '../print-xml.ts';
import { isXmlName } from './hint.ts';
import { writeScalar } from './scalar.ts';
import type { Member, Place, Shape } from './shape.ts';

/**
 * Turns a value into a document, its members in the order of the model. Strict: what the model does not name is an error.
 * @throws {XmlConversionError}
 */
export function jsonToText(root: Place, value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, value, `/${root.name}`, 0)}`;
}

function element(place: Place, value: unknown, at: string, depth: number): string {
  if (depth > XML_LIMITS.maxDepth) throw new XmlConversionError('Too many elements inside each other', at);
  const { name, hint, shape } = place;
  const tag = hint.prefix === undefined ? name : `${hint.prefix}:${name}`;
  const start = `<${tag}${declaration(place, at)}`;
  if (value === null && shape.nullable) return `${start} xmlns:xsi="${XSI}" xsi:nil="true"/>`;
  const { attributes, content } = contentOf(shape, value, name, at, depth);
  return content === '' ? `${start}${attributes}/>` : `${start}${attributes}>${content}</${tag}>`;
}

function declaration({ hint }: Place, at: string): string {
  if (hint.namespace === undefined) return '';
  const prefix = hint.prefix === undefined ? '' : `:${hint.prefix}`;
  return ` xmlns${prefix}="${escapeAttribute(hint.namespace, at)}"`;
}

interface Content {
  readonly attributes: string;
  readonly content: string;
}

function contentOf(shape: Shape, value: unknown, name: string, at: string, depth: number): Content {
  if (shape.kind === 'scalar') return { attributes: '', content: escapeText(writeScalar(shape.types, value, at), at) };
  if (shape.kind === 'list') return { attributes: '', content: items(shape.item(name), value, at, depth) };
  if (!isObject(value)) throw new XmlConversionError('A value that is no object', at);
  const members = shape.members();
  const known = new Set(members.map(({ property }) => property));
  const given = members.filter(({ property }) => Object.hasOwn(value, property));
  const extra = Object.keys(value).filter((property) => !known.has(property));
  return {
    attributes: given.map((member) => attribute(member, value[member.property], at)).join(''),
    content: [
      ...given.map((member) => memberElements(member, value[member.property], at, depth)),
      ...extra.map((property) => extraElement(shape, property, value[property], at, depth)),
    ].join(''),
  };
}

function attribute({ name, hint, shape }: Member, value: unknown, at: string): string {
  if (!hint.attribute || shape.kind !== 'scalar') return '';
  const place = `${at}/@${name}`;
  const text = escapeAttribute(writeScalar(shape.types, value, place), place);
  if (hint.prefix === undefined || hint.namespace === undefined) return ` ${name}="${text}"`;
  return ` xmlns:${hint.prefix}="${escapeAttribute(hint.namespace, place)}" ${hint.prefix}:${name}="${text}"`;
}

function memberElements(member: Member, value: unknown, at: string, depth: number): string {
  const { property, hint, shape } = member;
  if (hint.attribute) return '';
  const place = `${at}/${property}`;
  if (shape.kind === 'list' && !hint.wrapped) return items(shape.item(property), value, place, depth);
  return element(member, value, place, depth + 1);
}

function items(item: Place, value: unknown, at: string, depth: number): string {
  if (!Array.isArray(value)) throw new XmlConversionError('A value that is no list', at);
  return value.map((one, index) => element(item, one, `${at}/${index}`, depth + 1)).join('');
}

function extraElement(
  { extra }: Extract<Shape, { kind: 'object' }>,
  property: string,
  value: unknown,
  at: string,
  depth: number,
): string {
  if (extra === undefined) throw new XmlConversionError(`The member ${JSON.stringify(property)} is not known`, at);
  if (!isXmlName(property)) throw new XmlConversionError(`${JSON.stringify(property)} is no name in XML`, at);
  return element({ ...extra(property), name: property }, value, `${at}/${property}`, depth + 1);
}

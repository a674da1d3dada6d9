import { isObject } from '../../json-schema/index.ts';
import { XSI } from '../element.ts';
import { XmlConversionError } from '../errors.ts';
import { XML_LIMITS, type XmlLimits } from '../limits.ts';
import { escapeAttribute, escapeText } from '../print-xml.ts';
import { isXmlName } from './hint.ts';
import { writeScalar } from './scalar.ts';
import type { Member, Place, Shape } from './shape.ts';

/**
 * Turns a value into a document, its members in the order of the model. Strict: what the model does not name is an error, as is a
 * document that would be too long, however short the value is: the model says what stands around every item.
 * @throws {XmlConversionError}
 */
export function jsonToText(root: Place, value: unknown, limits: XmlLimits = XML_LIMITS): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${new Writer(limits).element(root, value, `/${root.name}`, 0)}`;
}

/** Writes one document. */
class Writer {
  readonly #limits: XmlLimits;
  #length = 0;

  constructor(limits: XmlLimits) {
    this.#limits = limits;
  }

  element(place: Place, value: unknown, at: string, depth: number): string {
    if (depth > this.#limits.maxDepth) throw new XmlConversionError('Too many elements inside each other', at);
    const { name, hint, shape } = place;
    const tag = hint.prefix === undefined ? name : `${hint.prefix}:${name}`;
    const start = this.#counted(`<${tag}${declaration(place, at)}`, at);
    if (value === null && shape.nullable) return `${start}${this.#counted(` xmlns:xsi="${XSI}" xsi:nil="true"/>`, at)}`;
    const { attributes, content } = this.#contentOf(shape, value, name, at, depth);
    return content === ''
      ? `${start}${attributes}/>`
      : `${start}${attributes}>${content}${this.#counted(`</${tag}>`, at)}`;
  }

  /** Passes on a text that the document gets, as long as that is not too long. */
  #counted(text: string, at: string): string {
    this.#length += text.length;
    if (this.#length > this.#limits.maxTextLength)
      throw new XmlConversionError(`More than ${this.#limits.maxTextLength} characters`, at);
    return text;
  }

  #contentOf(shape: Shape, value: unknown, name: string, at: string, depth: number): Content {
    if (shape.kind === 'scalar')
      return { attributes: '', content: this.#counted(escapeText(writeScalar(shape.types, value, at), at), at) };
    if (shape.kind === 'list') return { attributes: '', content: this.#items(shape.item(name), value, at, depth) };
    if (!isObject(value)) throw new XmlConversionError('A value that is no object', at);
    const members = shape.members();
    const known = new Set(members.map(({ property }) => property));
    const given = members.filter(({ property }) => Object.hasOwn(value, property));
    const extra = Object.keys(value).filter((property) => !known.has(property));
    return {
      attributes: given.map((member) => this.#counted(attribute(member, value[member.property], at), at)).join(''),
      content: [
        ...given.map((member) => this.#memberElements(member, value[member.property], at, depth)),
        ...extra.map((property) => this.#extraElement(shape, property, value[property], at, depth)),
      ].join(''),
    };
  }

  #memberElements(member: Member, value: unknown, at: string, depth: number): string {
    const { property, hint, shape } = member;
    if (hint.attribute) return '';
    const place = `${at}/${property}`;
    if (shape.kind === 'list' && !hint.wrapped) return this.#items(shape.item(property), value, place, depth);
    return this.element(member, value, place, depth + 1);
  }

  #items(item: Place, value: unknown, at: string, depth: number): string {
    if (!Array.isArray(value)) throw new XmlConversionError('A value that is no list', at);
    return value.map((one, index) => this.element(item, one, `${at}/${index}`, depth + 1)).join('');
  }

  #extraElement(
    { extra }: Extract<Shape, { kind: 'object' }>,
    property: string,
    value: unknown,
    at: string,
    depth: number,
  ): string {
    if (extra === undefined) throw new XmlConversionError(`The member ${JSON.stringify(property)} is not known`, at);
    if (!isXmlName(property)) throw new XmlConversionError(`${JSON.stringify(property)} is no name in XML`, at);
    return this.element({ ...extra(property), name: property }, value, `${at}/${property}`, depth + 1);
  }
}

interface Content {
  readonly attributes: string;
  readonly content: string;
}

function declaration({ hint }: Place, at: string): string {
  if (hint.namespace === undefined) return '';
  const prefix = hint.prefix === undefined ? '' : `:${hint.prefix}`;
  return ` xmlns${prefix}="${escapeAttribute(hint.namespace, at)}"`;
}

function attribute({ name, hint, shape }: Member, value: unknown, at: string): string {
  if (!hint.attribute || shape.kind !== 'scalar') return '';
  const place = `${at}/@${name}`;
  const text = escapeAttribute(writeScalar(shape.types, value, place), place);
  if (hint.prefix === undefined || hint.namespace === undefined) return ` ${name}="${text}"`;
  return ` xmlns:${hint.prefix}="${escapeAttribute(hint.namespace, place)}" ${hint.prefix}:${name}="${text}"`;
}

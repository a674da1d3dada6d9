import { type XmlAttribute, type XmlElement, XSI } from '../element.ts';
import { XmlConversionError } from '../errors.ts';
import { readScalar } from './scalar.ts';
import type { Member, Place, Shape } from './shape.ts';

/**
 * Turns a document into the value that the model's schema is about. Strict: what the model does not name is an error, as is a
 * second element where there may be one.
 * @throws {XmlConversionError}
 */
export function elementToJson(root: Place, element: XmlElement): unknown {
  if (!isNamed(root, element, '')) throw new XmlConversionError(`<${element.local}> is not <${root.name}>`, '');
  return valueIn(root.shape, element, `/${element.local}`, root.name);
}

/** An element without a namespace of its own in the model has none, or that of the element around it. */
function isNamed({ name, hint }: Place, element: XmlElement, around: string): boolean {
  if (element.local !== name) return false;
  if (hint.namespace !== undefined) return element.namespace === hint.namespace;
  return element.namespace === '' || element.namespace === around;
}

function valueIn(shape: Shape, element: XmlElement, place: string, name: string): unknown {
  if (isNil(element)) {
    if (shape.nullable && element.children.length === 0) return null;
    throw new XmlConversionError('A value that may not be nil', place);
  }
  if (shape.kind === 'object') return objectOf(shape, element, place);
  const [attribute] = ownAttributes(element);
  if (attribute !== undefined) throw new XmlConversionError(`The attribute ${attribute.local} is not known`, place);
  if (shape.kind === 'scalar') return readScalar(shape.types, textOf(element, place), place);
  const item = shape.item(name);
  return elementsOf(element, place).map((child, index) => itemOf(item, child, element.namespace, `${place}/${index}`));
}

function itemOf(item: Place, element: XmlElement, around: string, place: string): unknown {
  if (!isNamed(item, element, around)) throw new XmlConversionError(`<${element.local}> is not <${item.name}>`, place);
  return valueIn(item.shape, element, place, item.name);
}

function objectOf(shape: Extract<Shape, { kind: 'object' }>, element: XmlElement, place: string): unknown {
  const members = shape.members();
  const result = new Map<string, unknown>();
  for (const attribute of ownAttributes(element)) {
    const member = members.find(
      ({ name, hint }) =>
        hint.attribute && name === attribute.local && (hint.prefix ? hint.namespace : '') === attribute.namespace,
    );
    if (member?.shape.kind !== 'scalar')
      throw new XmlConversionError(`The attribute ${attribute.local} is not known`, place);
    result.set(member.property, readScalar(member.shape.types, attribute.value, `${place}/@${attribute.local}`));
  }
  for (const child of elementsOf(element, place)) {
    const at = `${place}/${child.local}`;
    const member = members.find((one) => isElementOf(one, child, element.namespace));
    if (member === undefined) readExtra(shape, child, result, at);
    else readMember(member, child, element.namespace, result, at);
  }
  for (const { property, required, shape: inner, hint } of members) {
    if (required && inner.kind === 'list' && !hint.wrapped && !result.has(property)) result.set(property, []);
  }
  return Object.fromEntries(result);
}

/** Whether an element stands for a member: for the whole of it, or for one item of a list that nothing wraps. */
function isElementOf(member: Member, element: XmlElement, around: string): boolean {
  if (member.hint.attribute) return false;
  if (member.shape.kind !== 'list' || member.hint.wrapped) return isNamed(member, element, around);
  return isNamed(member.shape.item(member.property), element, around);
}

function readMember(
  member: Member,
  element: XmlElement,
  around: string,
  result: Map<string, unknown>,
  place: string,
): void {
  const { property, shape, hint, name } = member;
  const known = result.get(property);
  if (shape.kind === 'list' && !hint.wrapped) {
    const items = Array.isArray(known) ? known : [];
    items.push(itemOf(shape.item(property), element, around, place));
    result.set(property, items);
    return;
  }
  if (result.has(property)) throw new XmlConversionError(`<${element.local}> more than once`, place);
  result.set(property, valueIn(shape, element, place, name));
}

function readExtra(
  { extra }: Extract<Shape, { kind: 'object' }>,
  element: XmlElement,
  result: Map<string, unknown>,
  place: string,
): void {
  if (extra === undefined) throw new XmlConversionError(`<${element.local}> is not known`, place);
  if (result.has(element.local)) throw new XmlConversionError(`<${element.local}> more than once`, place);
  result.set(element.local, valueIn(extra(element.local).shape, element, place, element.local));
}

function elementsOf(element: XmlElement, place: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child !== 'string') return [child];
    if (child.trim() !== '') throw new XmlConversionError('A text between elements', place);
    return [];
  });
}

function textOf(element: XmlElement, place: string): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      throw new XmlConversionError(`<${child.local}> where a value is wanted`, place);
    })
    .join('');
}

function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(
    ({ namespace, local, value }) => namespace === XSI && local === 'nil' && /^(?:true|1)$/.test(value),
  );
}

/** But for what speaks of the document and not of its content. */
function ownAttributes({ attributes }: XmlElement): readonly XmlAttribute[] {
  return attributes.filter(
    ({ namespace }) => namespace !== XSI && namespace !== 'http://www.w3.org/XML/1998/namespace',
  );
}

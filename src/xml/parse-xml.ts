import { FORBIDDEN, NC_NAME } from './characters.ts';
import type { XmlAttribute, XmlElement, XmlName } from './element.ts';
import { XmlSyntaxError } from './errors.ts';
import { XML_LIMITS } from './limits.ts';

const NAME = new RegExp(NC_NAME, 'y');
const QUALIFIED = new RegExp(`${NC_NAME}(?::${NC_NAME})?`, 'y');
const SPACE = /[ \t\r\n]+/y;
const SPACE_CODES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0x0a]);
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
const NO_CHILDREN: readonly never[] = [];
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const RESERVED: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

type Namespaces = ReadonlyMap<string, string>;

/**
 * Reads a document of XML 1.0 with namespaces. It must be well-formed; a document type declaration is refused, so there are no
 * entities but the five of XML and references to characters: nothing expands, and nothing is fetched.
 * @throws {XmlSyntaxError}
 */
export function parseXml(text: string): XmlElement {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) throw new XmlSyntaxError('A character that XML does not allow', forbidden.index);
  return new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text).document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): XmlElement {
    if (/^<\?xml[ \t\r\n]/.test(this.#text)) this.#until('?>', 'An XML declaration that does not end');
    this.#misc();
    if (this.#text[this.#at] !== '<') throw this.#error('No element');
    const root = this.#element(new Map(), 0);
    this.#misc();
    if (this.#at < this.#text.length) throw this.#error('Something behind the root element');
    return root;
  }

  /** Space, comments and processing instructions, which say nothing. */
  #misc(): void {
    for (;;) {
      this.#match(SPACE);
      if (!this.#comment() && !this.#instruction()) return;
    }
  }

  #comment(): boolean {
    if (!this.#text.startsWith('<!--', this.#at)) return false;
    this.#at += 4;
    const start = this.#at;
    this.#until('-->', 'A comment that does not end');
    const comment = this.#text.slice(start, this.#at - 3);
    if (comment.includes('--') || comment.endsWith('-')) throw this.#error('Two hyphens in a comment');
    return true;
  }

  #instruction(): boolean {
    if (!this.#text.startsWith('<?', this.#at)) return false;
    this.#at += 2;
    if (/^xml$/i.test(this.#match(NAME) ?? 'xml'))
      throw this.#error('A processing instruction without a target of its own');
    this.#until('?>', 'A processing instruction that does not end');
    return true;
  }

  #element(outer: Namespaces, depth: number): XmlElement {
    if (depth >= XML_LIMITS.maxDepth) throw this.#error(`More than ${XML_LIMITS.maxDepth} elements inside each other`);
    if (this.#text.startsWith('<!', this.#at)) throw this.#error('A document type declaration, which is not read');
    this.#at += 1;
    const tag = this.#need(QUALIFIED, 'No name of an element');
    // Most elements have no attributes, and cause none of the work for them.
    const written = SPACE_CODES.has(this.#text.charCodeAt(this.#at)) ? this.#attributes() : undefined;
    const namespaces = written === undefined ? outer : declared(written, outer);
    const { namespace, local } = this.#expanded(tag, namespaces, namespaces.get('') ?? '');
    const attributes = written === undefined ? NO_ATTRIBUTES : this.#expandedAttributes(written, namespaces);
    if (this.#take('/>')) return { namespace, local, attributes, children: NO_CHILDREN };
    if (!this.#take('>')) throw this.#error('An element’s tag that is not closed');
    const children = this.#content(namespaces, depth);
    this.#at += 2;
    if (this.#match(QUALIFIED) !== tag) throw this.#error(`The end of another element than <${tag}>`);
    this.#match(SPACE);
    if (!this.#take('>')) throw this.#error('An end tag that is not closed');
    return { namespace, local, attributes, children };
  }

  /** Up to the end tag, which is left to be read. */
  #content(namespaces: Namespaces, depth: number): (XmlElement | string)[] {
    const children: (XmlElement | string)[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') children.push(text);
      text = '';
    };
    for (;;) {
      const next = this.#text.indexOf('<', this.#at);
      if (next < 0) throw this.#error('An element that does not end');
      const raw = this.#text.slice(this.#at, next);
      if (raw.includes(']]>')) throw this.#error('"]]>" in a text');
      text += this.#resolved(raw.replace(/\r\n?/g, '\n'));
      this.#at = next;
      if (this.#text.startsWith('</', next)) {
        flush();
        return children;
      }
      if (this.#take('<![CDATA[')) {
        const start = this.#at;
        this.#until(']]>', 'A CDATA section that does not end');
        text += this.#text.slice(start, this.#at - 3).replace(/\r\n?/g, '\n');
      } else if (!this.#comment() && !this.#instruction()) {
        flush();
        children.push(this.#element(namespaces, depth + 1));
      }
    }
  }

  #attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    while (this.#match(SPACE) !== undefined) {
      const name = this.#match(QUALIFIED);
      if (name === undefined) break;
      this.#match(SPACE);
      if (!this.#take('=')) throw this.#error(`The attribute ${name} without a value`);
      this.#match(SPACE);
      const quote = this.#text[this.#at] ?? '';
      if (quote !== '"' && quote !== "'") throw this.#error(`The attribute ${name} without quotes`);
      this.#at += 1;
      const start = this.#at;
      this.#until(quote, `The value of ${name} does not end`);
      const raw = this.#text.slice(start, this.#at - 1);
      if (raw.includes('<')) throw this.#error(`"<" in the value of ${name}`);
      if (attributes.has(name)) throw this.#error(`The attribute ${name} twice`);
      if (attributes.size >= XML_LIMITS.maxAttributes) throw this.#error('Too many attributes');
      attributes.set(name, this.#resolved(raw.replace(/\r\n|[\t\r\n]/g, ' ')));
    }
    return attributes;
  }

  #expandedAttributes(written: ReadonlyMap<string, string>, namespaces: Namespaces): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    const seen = new Set<string>();
    for (const [name, value] of written) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      // The default namespace is not for attributes (Namespaces in XML 1.0, section 6.2).
      const expanded = this.#expanded(name, namespaces, '');
      const key = `${expanded.namespace} ${expanded.local}`;
      if (seen.has(key)) throw this.#error(`The attribute ${name} twice`);
      seen.add(key);
      attributes.push({ ...expanded, value });
    }
    return attributes;
  }

  #expanded(name: string, namespaces: Namespaces, withoutPrefix: string): XmlName {
    const colon = name.indexOf(':');
    if (colon < 0) return { namespace: withoutPrefix, local: name };
    const prefix = name.slice(0, colon);
    const namespace = RESERVED.get(prefix) ?? namespaces.get(prefix);
    if (namespace === undefined) throw this.#error(`The prefix ${prefix} stands for no namespace`);
    return { namespace, local: name.slice(colon + 1) };
  }

  /** A text with its references resolved (XML 1.0, sections 4.1 and 4.6). */
  #resolved(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;\s&]*)(;?)/g, (whole, name: string, end: string) => {
      const character = end === '' ? undefined : (ENTITIES.get(name) ?? characterOf(name));
      if (character === undefined) throw this.#error(`The reference ${whole} stands for nothing`);
      return character;
    });
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #need(pattern: RegExp, problem: string): string {
    const found = this.#match(pattern);
    if (found === undefined) throw this.#error(problem);
    return found;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #until(end: string, problem: string): void {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) throw this.#error(problem);
    this.#at = found + end.length;
  }

  #error(problem: string): XmlSyntaxError {
    return new XmlSyntaxError(problem, this.#at);
  }
}

function declared(attributes: ReadonlyMap<string, string>, outer: Namespaces): Namespaces {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  const namespaces = new Map(outer);
  for (const [name, namespace] of own) {
    if (namespace !== XMLNS) namespaces.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), namespace);
  }
  return namespaces;
}

function characterOf(reference: string): string | undefined {
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(reference);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const text = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
  return FORBIDDEN.test(text) ? undefined : text;
}

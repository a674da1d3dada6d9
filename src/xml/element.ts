/** An expanded name (Namespaces in XML 1.0, section 2.1); the namespace is empty for a name in none. */
export interface XmlName {
  readonly namespace: string;
  readonly local: string;
}

export interface XmlAttribute extends XmlName {
  readonly value: string;
}

/** An element with what stands in it: elements, and texts with references resolved. */
export interface XmlElement extends XmlName {
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
}

/** `xsi:nil` marks an element that has no value (XML Schema part 1, section 2.6.2). */
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

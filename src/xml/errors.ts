/** The text is no document that is read here. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError';
  /** UTF-16 units from the start. */
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(`${problem} at offset ${offset}`);
    this.offset = offset;
  }
}

/** A document or a value is not what the model says. */
export class XmlConversionError extends Error {
  override readonly name = 'XmlConversionError';

  /** @param place a path into the document, such as `/pet/name` */
  constructor(problem: string, place: string) {
    super(`${problem} at ${place === '' ? '/' : place}`);
  }
}

/** A model cannot be used to convert; the message tells whoever wrote it. */
export class XmlModelError extends Error {
  override readonly name = 'XmlModelError';
}

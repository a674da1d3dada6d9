export interface XmlLimits {
  /** How many elements may stand inside each other. */
  readonly maxDepth: number;
  /** Attributes of one element, declarations of namespaces included. */
  readonly maxAttributes: number;
  /** Characters of a document that is made of a value. */
  readonly maxTextLength: number;
}

/** What reading and writing a document may cost. Ours; the length is the gateway's limit of a body. */
export const XML_LIMITS: XmlLimits = { maxDepth: 200, maxAttributes: 256, maxTextLength: 10_485_760 };

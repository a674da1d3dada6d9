/** What reading a document may cost. Ours: the size is the gateway's limit of a body. */
export const XML_LIMITS = {
  /** How many elements may stand inside each other. */
  maxDepth: 200,
  /** Attributes of one element, declarations of namespaces included. */
  maxAttributes: 256,
} as const;

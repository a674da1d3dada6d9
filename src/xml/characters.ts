/** What XML does not allow anywhere (XML 1.0, section 2.2), halves of surrogate pairs among it. */
export const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A name without a colon (Namespaces in XML 1.0, section 3), as the source of an expression. */
export const NC_NAME =
  '[A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\uFFFD][\\w.\\-\\u00B7\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\uFFFD]*';

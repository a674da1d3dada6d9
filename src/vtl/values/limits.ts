/** How large values may become, whatever a template does with them. Ours: more than a payload of 10 MB can hold. */
export const VALUE_LIMITS = {
  /** UTF-16 units of one text. */
  maxTextLength: 16 * 1024 * 1024,
  /** Items of one list. */
  maxItems: 1_000_000,
  /** Decimal digits of one integer. */
  maxDigits: 1000,
} as const;

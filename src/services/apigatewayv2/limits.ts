/** The limits that the control plane checks, each with its source. */
export const LIMITS = {
  /** Page size of listings when none is asked for. Ours: the service model names none. */
  defaultPageSize: 100,
  maxPageSize: 500,
  /** A mapping's key (features A11.1). */
  apiMappingKeyLength: 300,
  /** Routing rules (fact D151; guide page rest-api-routing-rules, "Restrictions"). */
  routingRule: {
    priority: { min: 1, max: 1_000_000 },
    headerConditions: 2,
    basePathConditions: 1,
    headerLength: 39,
    globLength: 127,
    infixGlobLength: 39,
    basePathLength: 127,
  },
} as const;

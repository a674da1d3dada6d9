/** What the front door takes from a client. */
export const FRONT_DOOR_LIMITS = {
  /**
   * The largest body, before and after decompression. Lambda's own (recorded: "Request must be smaller than 70167211 bytes
   * for the CreateFunction operation"), which a zip of 50 MB in base64 needs.
   */
  bodyBytes: 70_167_211,
  /** The largest body of a call that nobody signed. Ours: what a sign-up can hold is far smaller. */
  unsignedBodyBytes: 1_048_576,
} as const;

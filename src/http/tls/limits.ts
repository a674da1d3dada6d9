/** Every limit of encrypted connections, once, with its source. */

/** From the TCP connection to the end of the handshake; slower clients are cut off. As much as HTTP/1.1 allows for a head. */
export const HANDSHAKE_TIMEOUT_MS = 10_000;

/** How often certificate files are looked at. A change counts when it is seen twice, so it takes up to twice as long. Ours. */
export const CERTIFICATE_POLL_MS = 2_000;

/** The length of a session ticket key as Node takes it: name, HMAC key and AES key of 16 bytes each. */
export const TICKET_KEY_BYTES = 48;

/** The longest greeting of a client that is looked at for its host name: one with post-quantum keys has about 2 KB. Ours. */
export const MAX_CLIENT_HELLO_BYTES = 16_384;

/** The longest chain of a client's certificate, the root included (features A11.5). */
export const MAX_CLIENT_CHAIN = 4;

/** Tokens: the keys that sign them, what they say, how long they are good, and who holds one. */
export { requireHolder, type TokenHolder } from './access-token.ts';
export { issueClientToken, issueTokens, type TokenSet } from './issue.ts';
export { newPoolKeys, publicKeySet, requirePoolKeys } from './pool-keys.ts';
export { readableAttributes } from './readable.ts';
export { continueSession, endSession, startSession } from './sessions.ts';
export { validityOf } from './validity.ts';

/**
 * Temporary credentials. All that there is to know of a session is in its token, sealed, so that nothing is stored and every
 * process that has the key knows it; what its role or user may do is looked up when it is used.
 */
export { consoleSession } from './console-session.ts';
export { forwardSession } from './forward-session.ts';
export { issueSession } from './issue.ts';
export { createSessions, type Sessions } from './sessions.ts';
export type { SessionOwner, SessionTerms } from './token.ts';

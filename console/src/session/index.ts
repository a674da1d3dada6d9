/** Who works here: credentials in memory, from signing in to signing out or a reload. */
export { type Identity, SessionProvider, type SignedIn, useAws, useSession } from './session.tsx';
export { SignInGate } from './sign-in-gate.tsx';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { type AwsClient, type Credentials, createAwsClient } from '../aws/index.ts';
import { useRegion } from '../routing/index.ts';

/** As STS tells it. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface SignedIn {
  readonly credentials: Credentials;
  readonly identity: Identity;
}

interface Session {
  readonly signedIn: SignedIn | undefined;
  signIn(session: SignedIn): void;
  /** Forgets the credentials and all that was fetched with them. */
  signOut(): void;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const queries = useQueryClient();
  const signOut = useCallback(() => {
    setSignedIn(undefined);
    queries.clear();
  }, [queries]);
  const session = useMemo(() => ({ signedIn, signIn: setSignedIn, signOut }), [signedIn, signOut]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside of SessionProvider.');
  return session;
}

/** Calls the AWS APIs as the user, in the region of the address. Pages read through `useCall` and `useAll`. */
export function useAws(): AwsClient {
  const { signedIn } = useSession();
  const region = useRegion();
  const credentials = signedIn?.credentials;
  const client = useMemo(() => credentials && createAwsClient(credentials, region), [credentials, region]);
  if (!client) throw new Error('A page was shown to somebody who is not signed in.');
  return client;
}

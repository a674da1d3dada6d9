import type { JSX, ReactNode } from 'react';
import { useSession } from './session.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Shows the page to who is signed in, and a way in to everybody else: at the same address, so that a deep link survives. */
export function SignInGate({ children }: { readonly children: ReactNode }): ReactNode | JSX.Element {
  const { signedIn } = useSession();
  return signedIn ? children : <SignInPage />;
}

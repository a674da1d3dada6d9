import { clientHandlers } from './clients/index.ts';
import type { CognitoContext } from './context.ts';
import { domainHandlers } from './domains/index.ts';
import { createAnswer } from './endpoints/index.ts';
import { groupHandlers, membershipHandlers } from './groups/index.ts';
import { createPasswords } from './passwords/index.ts';
import { resourceServerHandlers } from './resource-servers/index.ts';
import { selfHandlers } from './self/index.ts';
import { createAttempts, type SignInContext, signInHandlers, UsedStates } from './sign-in/index.ts';
import type { CognitoHandlers } from './types.ts';
import { tagHandlers, userPoolHandlers } from './user-pools/index.ts';
import { adminUserHandlers, createUserHandler, forgottenPasswordHandlers, signUpHandlers } from './users/index.ts';

/** The service itself. `createCognitoService` loads it when it is first called. */
export function startCognitoService(context: CognitoContext) {
  const passwords = createPasswords(context);
  const signIn: SignInContext = { ...context, passwords, attempts: createAttempts(context), used: new UsedStates() };
  return { handlers: cognitoHandlers(signIn), answer: createAnswer(signIn) };
}

function cognitoHandlers(context: SignInContext) {
  const { passwords } = context;
  return {
    ...userPoolHandlers(context),
    ...tagHandlers(context),
    ...clientHandlers(context),
    ...domainHandlers(context),
    ...resourceServerHandlers(context),
    ...groupHandlers(context),
    ...membershipHandlers(context),
    ...adminUserHandlers(context, passwords),
    ...createUserHandler(context, passwords),
    ...signUpHandlers(context, passwords),
    ...forgottenPasswordHandlers(context, passwords),
    ...signInHandlers(context),
    ...selfHandlers(context),
  } satisfies CognitoHandlers;
}

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { BreakingText } from '../../../parts/breaking-text.tsx';
import { CodeArea } from '../../../parts/code-area.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { parts } from '../../../texts/en/parts.ts';
import { pools } from '../../../texts/en/pools.ts';
import { claimsOf } from './claims.ts';
import type { SignInAnswer } from './use-sign-in.ts';

const texts = pools.signIn;

interface Props {
  readonly result: NonNullable<SignInAnswer['AuthenticationResult']>;
  onForget(): void;
}

/** The tokens of a user who signed in, to copy, and what they say. They are kept in this page alone. */
export function Tokens({ result, onForget }: Props): JSX.Element {
  const { IdToken = '', AccessToken = '', ExpiresIn = 0 } = result;
  return (
    <SpaceBetween size="l">
      <Alert type="success" header={texts.tokens} action={<Button onClick={onForget}>{texts.again}</Button>}>
        {texts.expires(Math.round(ExpiresIn / 60))}
      </Alert>
      <Token words={texts.idToken} token={IdToken} />
      <Token words={texts.accessToken} token={AccessToken} />
    </SpaceBetween>
  );
}

/** Claims that are moments, in seconds since 1970. */
const MOMENTS: ReadonlySet<string> = new Set(['auth_time', 'exp', 'iat', 'nbf']);

function shown(claim: string, value: unknown): ReactNode {
  if (typeof value === 'string') return <BreakingText text={value} />;
  const text = JSON.stringify(value);
  if (typeof value !== 'number' || !MOMENTS.has(claim)) return text;
  return (
    <>
      {text} (<Time date={new Date(value * 1_000)} />)
    </>
  );
}

interface TokenProps {
  readonly words: { readonly name: string; readonly hint: string; readonly copy: string; readonly claims: string };
  readonly token: string;
}

function Token({ words, token }: TokenProps): JSX.Element {
  const claims = Object.entries(claimsOf(token) ?? {});
  return (
    <SpaceBetween size="s">
      <FormField
        label={words.name}
        description={words.hint}
        stretch
        secondaryControl={
          <CopyToClipboard
            variant="button"
            copyButtonText={words.copy}
            textToCopy={token}
            copySuccessText={parts.copy.done}
            copyErrorText={parts.copy.failed}
          />
        }
      >
        <CodeArea value={token} readOnly rows={3} spellcheck={false} />
      </FormField>
      <NamedValues
        title={words.claims}
        empty={texts.noClaims}
        values={claims.map(([claim, value]) => [claim, shown(claim, value)])}
      />
    </SpaceBetween>
  );
}

import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { AwsError, isDenied, missingAction } from '../aws/index.ts';
import { useShownRefusal } from '../page/index.ts';
import { parts as texts } from '../texts/en/parts.ts';
import { errorNameInWords } from './error-name.ts';
import { Failure } from './failure.tsx';

interface Props {
  readonly error: Error;
  retry?(): void;
}

/** AWS's own message of a failure with what to do about it. */
export function ErrorAlert({ error, retry }: Props): JSX.Element {
  useShownRefusal(missingAction(error));
  const name = error instanceof AwsError ? error.name : '';
  const requestId = error instanceof AwsError ? error.requestId : undefined;
  return (
    <Failure
      title={titleOf(error, name)}
      message={error.message}
      advice={adviceOf(error, name)}
      name={name}
      requestId={requestId}
      {...(retry && { action: <Button onClick={retry}>{texts.error.retry}</Button> })}
    />
  );
}

function titleOf(error: Error, name: string): string {
  if (isDenied(error)) return texts.error.denied;
  return texts.error.titles[name] ?? (name === '' ? texts.error.unknown : errorNameInWords(name));
}

function adviceOf(error: Error, name: string): string | undefined {
  if (!isDenied(error)) return texts.error.advice[name];
  const action = missingAction(error);
  return action === undefined ? texts.error.deniedAdvice : texts.error.missingAction(action);
}

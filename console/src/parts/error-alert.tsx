import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { AwsError } from '../aws/index.ts';
import { parts as texts } from '../texts/en/parts.ts';
import { Failure } from './failure.tsx';

interface Props {
  readonly error: Error;
  retry?(): void;
}

/** AWS's own message of a failure with what to do about it. */
export function ErrorAlert({ error, retry }: Props): JSX.Element {
  const name = error instanceof AwsError ? error.name : '';
  const requestId = error instanceof AwsError ? error.requestId : undefined;
  return (
    <Failure
      title={titleOf(name)}
      message={error.message}
      advice={adviceOf(name, error.message)}
      requestId={requestId}
      {...(retry && { action: <Button onClick={retry}>{texts.error.retry}</Button> })}
    />
  );
}

/** Services name a refusal by IAM differently. */
const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedException']);
const MISSING_ACTION = /not authorized to perform: (\S+)/;

function titleOf(name: string): string {
  if (DENIED.has(name)) return texts.error.denied;
  return texts.error.titles[name] ?? (name === '' ? texts.error.unknown : name);
}

function adviceOf(name: string, message: string): string | undefined {
  if (!DENIED.has(name)) return texts.error.advice[name];
  const action = MISSING_ACTION.exec(message)?.[1];
  return action === undefined ? texts.error.deniedAdvice : texts.error.missingAction(action);
}

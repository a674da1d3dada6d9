import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import type { ExplainedRequest } from '../../../../../src/model/explained-request.ts';
import { requests as texts } from '../../../texts/en/requests.ts';
import { endingOf } from './explain.ts';

const { outcome, cause, decided } = texts.trace;

/** How a request ended, and why, in words. */
export function Outcome({ request }: { readonly request: ExplainedRequest }): JSX.Element {
  const { status } = request;
  const ending = endingOf(request);
  if (ending === undefined) {
    const isFine = status < 400;
    return (
      <Alert type={isFine ? 'success' : 'warning'} header={isFine ? outcome.fine(status) : outcome.answered(status)} />
    );
  }
  return (
    <Alert type={status >= 500 ? 'error' : 'warning'} header={outcome.ended(status, ending.type)}>
      <div>{texts.reasons[ending.type]}</div>
      {ending.cause !== undefined && (
        <div>
          <Box variant="strong">{cause}:</Box> {ending.cause}
        </div>
      )}
      {ending.decidedBy !== undefined && (
        <div>
          <Box variant="strong">{decided}:</Box> {ending.decidedBy}
        </div>
      )}
    </Alert>
  );
}

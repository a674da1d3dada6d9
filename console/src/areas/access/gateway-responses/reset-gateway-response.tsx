import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { gatewayResponses } from '../../../texts/en/gateway-responses.ts';

const texts = gatewayResponses.reset;

interface Props {
  readonly apiId: string;
  readonly responseType: string;
  onClose(): void;
}

/** Gives up what the API says about a response. */
export function ResetGatewayResponse({ apiId, responseType, onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteGatewayResponse');
  const notify = useNotify();
  const name = gatewayResponses.names[responseType] ?? responseType;
  return (
    <Dialog
      title={texts.title(name)}
      action={texts.action}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onSubmit={() =>
        remove.run({ restApiId: apiId, responseType }, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    >
      {texts.text}
    </Dialog>
  );
}

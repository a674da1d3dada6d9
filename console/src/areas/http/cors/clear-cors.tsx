import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { http } from '../../../texts/en/http.ts';

const texts = http.cors.clear;

/** Takes an API's CORS configuration away, once that is confirmed. */
export function ClearCors({ apiId, onClose }: { readonly apiId: string; onClose(): void }): JSX.Element {
  const clear = useAction('apigatewayv2', 'deleteCorsConfiguration');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.title}
      action={texts.button}
      isRunning={clear.isRunning}
      error={clear.error}
      onSubmit={() =>
        clear.run({ ApiId: apiId }, () => {
          notify({ type: 'success', content: texts.done });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      {texts.text}
    </Dialog>
  );
}

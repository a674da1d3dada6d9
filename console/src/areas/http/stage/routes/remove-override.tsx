import type { JSX } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { httpStages } from '../../../../texts/en/http-stages.ts';
import type { StageProps } from '../stage-props.ts';

const texts = httpStages.routes;

interface Props extends StageProps {
  readonly routeKey: string;
  onClose(): void;
}

/** Takes away the settings of one route. */
export function RemoveOverride({ apiId, stage, routeKey, onClose }: Props): JSX.Element {
  const remove = useAction('apigatewayv2', 'deleteRouteSettings');
  const notify = useNotify();
  const input = { ApiId: apiId, StageName: stage.StageName ?? '', RouteKey: routeKey };
  return (
    <Dialog
      title={texts.removeTitle(routeKey)}
      action={texts.remove}
      isRunning={remove.isRunning}
      error={remove.error}
      onSubmit={() =>
        remove.run(input, () => {
          notify({ type: 'success', content: texts.removed(routeKey) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      {texts.removeText}
    </Dialog>
  );
}

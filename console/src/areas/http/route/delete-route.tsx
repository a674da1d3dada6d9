import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { http } from '../../../texts/en/http.ts';
import type { RouteProps } from './route-props.ts';

const texts = http.route.delete;

interface Props extends RouteProps {
  onClose(): void;
  onDeleted(): void;
}

/** Deletes a route; its integration stays. */
export function DeleteRoute({ apiId, route, onClose, onDeleted }: Props): JSX.Element {
  const { RouteId = '', RouteKey = '' } = route;
  const remove = useAction('apigatewayv2', 'deleteRoute');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={RouteKey}
      consequence={texts.consequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ ApiId: apiId, RouteId }, () => {
          notify({ type: 'success', content: texts.done(RouteKey) });
          onDeleted();
        })
      }
    />
  );
}

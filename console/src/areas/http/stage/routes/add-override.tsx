import { type JSX, useState } from 'react';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { PickField } from '../../../../parts/pick-field.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { httpStages } from '../../../../texts/en/http-stages.ts';
import { compareRouteKeys } from '../../route-key.ts';
import { useRoutes } from '../../use-http-api.ts';
import type { StageProps } from '../stage-props.ts';
import { useRouteSettings } from './use-route-settings.ts';

const texts = httpStages.routes;

/** Gives one of the routes settings of its own. */
export function AddOverride({ onClose, ...props }: StageProps & { onClose(): void }): JSX.Element {
  const { apiId, stage } = props;
  const routes = useRoutes(apiId);
  const update = useRouteSettings(props);
  const notify = useNotify();
  const [, setRoute] = useQueryParam('route');
  const [chosen, choose] = useState('');
  const options = (routes.data ?? [])
    .map(({ RouteKey = '' }) => RouteKey)
    .filter((key) => stage.RouteSettings?.[key] === undefined)
    .toSorted(compareRouteKeys)
    .map((key) => ({ value: key, label: key }));
  const submit = (): void => {
    const setting = stage.DefaultRouteSettings ?? {};
    update.run({ routeKey: chosen, setting }, () => {
      notify({ type: 'success', content: texts.added(chosen) });
      onClose();
      setRoute(chosen);
    });
  };
  return (
    <Dialog
      title={texts.addTitle}
      action={texts.add}
      isReady={chosen !== ''}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <PickField
        label={texts.route}
        description={texts.addHint}
        placeholder={texts.choose}
        empty={texts.noneLeft}
        query={routes}
        options={options}
        selected={chosen}
        onSelect={choose}
      />
    </Dialog>
  );
}

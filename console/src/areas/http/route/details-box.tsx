import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { changed } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useRegion } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { partsOf, routeKeyOf } from '../route-key.ts';
import { RouteKeyFields } from '../route-key-fields.tsx';
import type { RouteProps } from './route-props.ts';
import { useUpdateRoute } from './use-update-route.ts';

const texts = http.route;

/** Which requests a route takes, and how it is named elsewhere. */
export function DetailsBox(props: RouteProps): JSX.Element {
  const { apiId, route } = props;
  const region = useRegion();
  const { RouteId = '', RouteKey = '', OperationName } = route;
  return (
    <EditableBox title={texts.details} form={(close) => <DetailsForm {...props} onClose={close} />}>
      <KeyValues
        long={[
          [texts.arn, <CopyText key="arn" text={`arn:aws:apigateway:${region}::/apis/${apiId}/routes/${RouteId}`} />],
        ]}
        pairs={[
          [texts.key.title, RouteKey],
          [texts.id, <CopyText key="id" text={RouteId} />],
          [texts.operationName, OperationName],
        ]}
      />
    </EditableBox>
  );
}

function DetailsForm({ onClose, ...props }: RouteProps & { onClose(): void }): JSX.Element {
  const { RouteKey = '', OperationName = '' } = props.route;
  const { value, isChanged, set } = useDraft({ ...partsOf(RouteKey), OperationName });
  const update = useUpdateRoute(props);
  const save = (): void => {
    const after = { RouteKey: routeKeyOf(value), OperationName: value.OperationName };
    update.run(changed({ RouteKey, OperationName }, after), onClose);
  };
  return (
    <SaveForm canSave={isChanged} isRunning={update.isRunning} error={update.error} onSave={save} onCancel={onClose}>
      <RouteKeyFields value={value} onChange={({ method, path }) => set({ method, path })} />
      <FormField label={texts.operationNameField} description={texts.operationNameHint}>
        <Input
          value={value.OperationName}
          onChange={({ detail }) => set({ OperationName: detail.value })}
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
    </SaveForm>
  );
}

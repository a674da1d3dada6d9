import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Autosuggest from '@cloudscape-design/components/autosuggest';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Configuration } from '../use-functions.ts';
import { useUpdateConfiguration } from './use-update-configuration.ts';

const texts = functionSettings.layers;
/** Lambda quotas. */
const MOST = 5;

/** What lies under the function's code, the first lowest. */
export function LayersForm({ configuration }: { readonly configuration: Configuration }): JSX.Element {
  const draft = useDraft({ arns: (configuration.Layers ?? []).map(({ Arn = '' }) => Arn) });
  const known = useAll('lambda', 'listLayers', {}, (page) => page.Layers);
  const update = useUpdateConfiguration(configuration);
  const notify = useNotify();
  const { arns } = draft.value;
  const options = (known.data ?? []).map(({ LayerName = '', LatestMatchingVersion }) => ({
    value: LatestMatchingVersion?.LayerVersionArn ?? '',
    label: texts.named(LayerName, LatestMatchingVersion?.Version ?? 0),
    description: LatestMatchingVersion?.Description ?? '',
  }));
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && arns.every((arn) => arn.trim() !== '')}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run({ Layers: arns.map((arn) => arn.trim()) }, () => {
          notify({ type: 'success', content: functionSettings.saved });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <AttributeEditor<string>
        items={arns}
        empty={texts.empty}
        addButtonText={texts.add}
        disableAddButton={arns.length >= MOST}
        removeButtonText={parts.remove}
        removeButtonAriaLabel={(arn) => parts.removeOf(arn)}
        onAddButtonClick={() => draft.set({ arns: [...arns, ''] })}
        onRemoveButtonClick={({ detail }) => draft.set({ arns: arns.filter((_, at) => at !== detail.itemIndex) })}
        definition={[
          {
            label: texts.arn,
            control: (arn, index) => (
              <Autosuggest
                value={arn}
                ariaLabel={texts.arnOf(index + 1)}
                onChange={({ detail }) =>
                  draft.set({ arns: arns.map((each, at) => (at === index ? detail.value : each)) })
                }
                options={options}
                enteredTextLabel={texts.useText}
                statusType={known.isPending ? 'loading' : known.error ? 'error' : 'finished'}
                errorText={known.error?.message ?? ''}
                empty={texts.none}
                virtualScroll
              />
            ),
          },
        ]}
      />
    </EditForm>
  );
}

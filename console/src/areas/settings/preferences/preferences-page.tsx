import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, type ReactNode, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { CHOICES, usePreferences } from '../../../preferences/index.ts';
import { REGIONS } from '../../../texts/en/regions.ts';
import { settings } from '../../../texts/en/settings.ts';

const texts = settings.preferences;

/** How the console looks and writes, and where it opens; in force at once. */
export default function PreferencesPage(): JSX.Element {
  const [preferred, prefer] = usePreferences();
  const [now] = useState(() => new Date());
  return (
    <Page title={texts.title} description={texts.description}>
      <SpaceBetween size="l">
        <Group title={texts.appearance}>
          <Choice
            label={texts.theme}
            items={CHOICES.theme.map((value) => ({ value, label: texts.themes[value] }))}
            value={preferred.theme}
            onChange={(theme) => prefer({ theme })}
          />
          <Choice
            label={texts.density}
            items={CHOICES.density.map((value) => ({ value, ...texts.densities[value] }))}
            value={preferred.density}
            onChange={(density) => prefer({ density })}
          />
        </Group>
        <Group title={texts.language}>
          <FormField label={texts.languageName} description={texts.languageHint}>
            {texts.languages}
          </FormField>
          <Choice
            label={texts.zone}
            items={CHOICES.zone.map((value) => ({ value, label: texts.zones[value] }))}
            value={preferred.zone}
            onChange={(zone) => prefer({ zone })}
          />
          <Choice
            label={texts.clock}
            items={CHOICES.clock.map((value) => ({ value, label: texts.clocks[value] }))}
            value={preferred.clock}
            onChange={(clock) => prefer({ clock })}
          />
          <KeyValues columns={1} pairs={[[texts.example, <Time key="now" date={now} />]]} />
        </Group>
        <Group title={texts.region}>
          <RegionField value={preferred.region} onChange={(region) => prefer({ region })} />
        </Group>
      </SpaceBetween>
    </Page>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <SpaceBetween size="l">{children}</SpaceBetween>
    </Container>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly items: readonly { readonly value: V; readonly label: string; readonly description?: string }[];
  readonly value: V;
  onChange(value: V): void;
}

function Choice<V extends string>({ label, items, value, onChange }: ChoiceProps<V>): JSX.Element {
  return (
    <FormField label={label}>
      <RadioGroup
        items={items}
        value={value}
        onChange={({ detail }) => {
          const chosen = items.find((item) => item.value === detail.value);
          if (chosen) onChange(chosen.value);
        }}
      />
    </FormField>
  );
}

interface RegionProps {
  readonly value: string;
  onChange(region: string): void;
}

function RegionField({ value, onChange }: RegionProps): JSX.Element {
  const options = [
    { value: '', label: texts.last },
    ...Object.entries(REGIONS).map(([code, name]) => ({ value: code, label: name, description: code })),
  ];
  return (
    <FormField label={texts.opens} description={texts.opensHint}>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? { value, label: value }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
        filteringType="auto"
        filteringAriaLabel={texts.opens}
      />
    </FormField>
  );
}

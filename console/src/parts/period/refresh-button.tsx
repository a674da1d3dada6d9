import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { JSX } from 'react';
import { monitor } from '../../texts/en/monitor.ts';
import { OFFERED_SECONDS } from './offered-seconds.ts';

const texts = monitor.refresh;

interface Props {
  /** 0 for never. */
  readonly seconds: number;
  onRefresh(): void;
  onChoose(seconds: number): void;
}

/** Reads again now, and by itself as often as is chosen. */
export function RefreshButton({ seconds, onRefresh, onChoose }: Props): JSX.Element {
  return (
    <ButtonDropdown
      mainAction={{
        iconName: 'refresh',
        ariaLabel: texts.now(seconds),
        text: texts.every(seconds),
        onClick: onRefresh,
      }}
      ariaLabel={texts.choose}
      items={OFFERED_SECONDS.map((offered) => ({
        id: String(offered),
        itemType: 'checkbox',
        checked: offered === seconds,
        text: texts.option(offered),
      }))}
      onItemClick={({ detail }) => onChoose(Number(detail.id))}
    />
  );
}

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { LineChart } from '../../../parts/metrics/index.ts';
import type { Period } from '../../../parts/period/index.ts';
import { dashboards as texts } from '../../../texts/en/dashboards.ts';
import { TextWidget } from './text-widget.tsx';
import { useWidgetLines } from './use-widget-lines.ts';
import { type Widget, widgetsOf } from './widgets.ts';
import styles from './widgets-grid.module.css';

interface Props {
  readonly body: string;
  readonly period: Period;
}

/** The widgets of a dashboard, as wide as they want to be. */
export function Widgets({ body, period }: Props): JSX.Element {
  const widgets = widgetsOf(body);
  if (widgets.length === 0) return <EmptyState title={texts.noWidgets.title} text={texts.noWidgets.text} />;
  return (
    <div className={styles.grid}>
      {widgets.map((widget) => (
        <div key={widget.id} style={{ gridColumn: `span ${widget.width}` }}>
          <Container {...(widget.title && { header: <Header variant="h2">{widget.title}</Header> })}>
            {widget.kind === 'metric' && <MetricWidget widget={widget} period={period} />}
            {widget.kind === 'text' && <TextWidget markdown={widget.text} />}
            {widget.kind === 'other' && <Box color="text-body-secondary">{texts.notShown(widget.type)}</Box>}
          </Container>
        </div>
      ))}
    </div>
  );
}

interface MetricProps {
  readonly widget: Extract<Widget, { readonly kind: 'metric' }>;
  readonly period: Period;
}

function MetricWidget({ widget: { title, lines }, period }: MetricProps): JSX.Element {
  const found = useWidgetLines(lines, period);
  if (found.error) return <ErrorAlert error={found.error} retry={() => found.refetch()} />;
  return (
    <LineChart label={title || texts.metrics} period={period} isLoading={found.isPending} lines={found.data ?? []} />
  );
}

import { Component, type ReactNode } from 'react';
import { Failure } from '../parts/failure.tsx';
import { shell as texts } from '../texts/en/shell.ts';

interface Props {
  readonly children: ReactNode;
}

/** A defect of one page takes down that page alone, and says so. */
export class ErrorBoundary extends Component<Props, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Failure title={texts.defect.title} message={error.message} advice={texts.defect.advice} />;
  }
}

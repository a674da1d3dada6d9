import { Component, type ReactNode } from 'react';
import { Failure } from '../parts/failure.tsx';
import { shell as texts } from '../texts/en/shell.ts';

interface Props {
  /** Where the user is: somewhere else a failure is forgotten. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A defect of one page takes down that page alone, and says so. */
export class ErrorBoundary extends Component<Props, { readonly error?: Error | undefined }> {
  override state: { readonly error?: Error | undefined } = {};

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.path !== this.props.path) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Failure title={texts.defect.title} message={error.message} advice={texts.defect.advice} />;
  }
}

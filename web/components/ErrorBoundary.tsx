import { Component, type ReactNode } from 'react';
import { Container } from '@mantine/core';
import { ErrorNote } from './ErrorNote';

interface State {
  error: unknown;
}

/** A page that cannot draw itself says so and offers a fresh start, instead of going blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const reload = () => {
      window.location.reload();
    };
    return (
      <Container size="sm" py="xl">
        <ErrorNote title="This page cannot be shown" error={this.state.error} onRetry={reload} />
      </Container>
    );
  }
}

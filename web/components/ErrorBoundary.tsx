import { Component, type ReactNode } from 'react';
import { Container } from '@mantine/core';
import { ErrorNote } from './ErrorNote';
import { useWords } from './words';

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
    return <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { error: unknown }) {
  const words = useWords();
  const reload = () => {
    window.location.reload();
  };
  return (
    <Container size="sm" py="xl">
      <ErrorNote title={words.brokenPage} error={error} onRetry={reload} />
    </Container>
  );
}

import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { theme } from './theme';

/** Renders as `mount` does, without retries and without animations, so that a test never waits on time. */
export function renderPage(page: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} env="test">
        {page}
      </MantineProvider>
    </QueryClientProvider>,
  );
}

export interface FakeAnswer {
  status?: number;
  body: unknown;
}

export interface SeenCall {
  method: string;
  path: string;
  body: unknown;
}

/** A server made of "METHOD /path" to answer (the query is not part of the key); returns the calls it saw. */
export function fakeServer(answers: Record<string, FakeAnswer>): SeenCall[] {
  const calls: SeenCall[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    calls.push({ method, path, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const answer = answers[`${method} ${path.split('?')[0] ?? ''}`] ?? {
      status: 404,
      body: { error: { message: `the fake server has no ${method} ${path}`, field: null, status: 404 } },
    };
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 }));
  });
  return calls;
}

import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '../components/queries';
import { App } from './App';
import { firstAnswers } from './first_answers';
import { parseRoute } from './route_path';

const Inside = lazy(() => import('./Inside'));

const root = document.getElementById('root');
if (!root) throw new Error('the document has no #root');
await firstAnswers(queries, parseRoute(window.location.pathname));
// In small steps, between which the browser can paint and listen.
startTransition(() => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App>
          <Inside />
        </App>
      </QueryClientProvider>
    </StrictMode>,
  );
});

import './mantine.css';
import '../components/theme.css';
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { whenIdle } from '../components/idle';
import { schemeManager } from '../components/scheme_manager';
import { theme } from '../components/theme';
import { Shell } from './shell/Shell';

const Notices = lazy(() => whenIdle().then(() => import('./shell/Notices')));

/** What is for those who are signed in, with the component library that it is made of. */
export default function Inside() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={schemeManager}>
      <Suspense>
        <Notices />
      </Suspense>
      <ErrorBoundary>
        <Shell />
      </ErrorBoundary>
    </MantineProvider>
  );
}

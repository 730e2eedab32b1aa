import { vi } from 'vitest';
import { renderPage } from '../../components/testing';
import { App } from '../App';
import { keepCsrf } from '../api/client';
import { Shell } from '../shell/Shell';
import type { Language } from '../../components/language';
import { answerCall, fakeRoutes, type Handler } from './fake_api';

export interface SeenCall {
  call: string;
  body: unknown;
}

function bodyOf(init: RequestInit): unknown {
  return typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
}

/** The whole application at an address, with a server whose answers a test may replace; returns the changes that it was asked for. */
export function renderApp(path: string, routes: Record<string, Handler> = {}, language: Language = 'en'): SeenCall[] {
  const changes: SeenCall[] = [];
  const all = { ...fakeRoutes(), ...routes };
  window.localStorage.clear();
  window.localStorage.setItem('kassabro.language', language);
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  keepCsrf({ state: 'signed_out' });
  vi.stubGlobal('fetch', (target: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = bodyOf(init);
    if (method !== 'GET') changes.push({ call: `${method} ${target}`, body });
    const answer = answerCall(all, method, target, body);
    return Promise.resolve(new Response(answer.status === 204 ? null : JSON.stringify(answer.body), { status: answer.status }));
  });
  renderPage(
    <App>
      <Shell />
    </App>,
  );
  return changes;
}

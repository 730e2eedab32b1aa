import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { useShortcuts } from './use_shortcuts';

function Page({ enabled, action }: { enabled: boolean; action: () => void }) {
  useShortcuts({ F2: action }, enabled);
  return <p>page</p>;
}

it('acts on its keys alone, and not with a modifier', async () => {
  const action = vi.fn();
  render(<Page enabled action={action} />);
  await userEvent.keyboard('{F2}{F3}{Control>}{F2}{/Control}');
  expect(action).toHaveBeenCalledTimes(1);
});

it('rests while it is disabled', async () => {
  const action = vi.fn();
  render(<Page enabled={false} action={action} />);
  await userEvent.keyboard('{F2}');
  expect(action).not.toHaveBeenCalled();
});

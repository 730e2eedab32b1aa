import { render, screen } from '@testing-library/react';
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

it('leaves the characters that are typed into a field to the field', async () => {
  const digit = vi.fn();
  const help = vi.fn();
  function Form() {
    useShortcuts({ '1': digit, F1: help });
    return <input aria-label="Amount" />;
  }
  render(<Form />);
  await userEvent.keyboard('1');
  await userEvent.type(screen.getByLabelText('Amount'), '1{F1}');
  expect(digit).toHaveBeenCalledTimes(1);
  expect(help).toHaveBeenCalledTimes(1);
});

import type { Schemas } from '../api/client';
import { messageTypes, type MessageType } from './endpoint';

export type SendingState = Schemas['SendingState'];

export const states: SendingState[] = ['failed', 'pending', 'delivered'];

/** Which messages are shown; it stands in the address, so that a link to it can be handed on. */
export interface MessageFilter {
  state?: SendingState;
  type?: MessageType;
}

/** From the address, in which anybody may have typed anything. */
export function filterOf(search: Record<string, string>): MessageFilter {
  const state = states.find((each) => each === search.state);
  const type = messageTypes.find((each) => each === search.type);
  return { ...(state ? { state } : {}), ...(type ? { type } : {}) };
}

/** As the address has it; a member that becomes undefined is left out. */
export function changed(filter: MessageFilter, change: { [Name in keyof MessageFilter]: MessageFilter[Name] | undefined }): Record<string, string> {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}

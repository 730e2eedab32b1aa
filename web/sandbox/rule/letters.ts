import { ruleApi, type Letter } from './rule_api';

/** The messages to these receivers, newest first; of everybody where both are absent. */
export async function lettersTo(account: number, email?: string | null, phone?: string | null): Promise<Letter[]> {
  const isAll = email === undefined && phone === undefined;
  const boxes = await Promise.all([
    isAll || email ? ruleApi.mailbox(account, email ?? '') : [],
    isAll || phone ? ruleApi.sms(account, phone ?? '') : [],
  ]);
  return boxes.flat().sort((one, other) => other.at.localeCompare(one.at) || other.id - one.id);
}

/** What a list calls a message: its subject, or how a text message begins. */
export const titleOf = (letter: Letter, textMessage: string) => letter.subject ?? letter.plain?.slice(0, 60) ?? textMessage;

export function matchesLetter(letter: Letter, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [letter.to, letter.subject, letter.tag, letter.plain].some((text) => text?.toLowerCase().includes(wanted) ?? false);
}

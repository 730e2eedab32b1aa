import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language';
import { LedgerCard } from './LedgerCard';
import { LetterTable } from './LetterTable';
import { lettersTo } from './letters';
import { refreshEvery_ms, type Subscriber } from './rule_api';

interface Props {
  account: number;
  customer: Pick<Subscriber, 'email' | 'phone_number'>;
}

/** The customer's mailbox and text messages, newest first. */
export function LetterList({ account, customer: { email, phone_number } }: Props) {
  const { card } = useTexts();
  const letters = useQuery({
    queryKey: ['letters', account, email, phone_number],
    queryFn: () => lettersTo(account, email, phone_number),
    refetchInterval: refreshEvery_ms,
  });
  const items = letters.data ?? [];
  return (
    <LedgerCard title={card.messages} empty={letters.isError ? card.messagesFailed : card.noMessages}>
      {items.length > 0 && <LetterTable letters={items} withReceiver={false} />}
    </LedgerCard>
  );
}

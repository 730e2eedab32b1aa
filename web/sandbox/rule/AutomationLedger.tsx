import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language';
import { LedgerCard } from './LedgerCard';
import { PassTable } from './PassTable';
import { newestPasses, refreshEvery_ms, ruleApi, type Subscriber } from './rule_api';

interface Props {
  account: number;
  customer: Pick<Subscriber, 'email' | 'phone_number'>;
}

/** Which automations the customer's tags started: the proof that a Thank-you flow has gone out, or will. */
export function AutomationLedger({ account, customer }: Props) {
  const { card, rule } = useTexts();
  const to = customer.email ?? customer.phone_number ?? '';
  const passes = useQuery({
    queryKey: ['passes', account, to],
    queryFn: async () => newestPasses(await ruleApi.passes(account, to)),
    enabled: to !== '',
    refetchInterval: refreshEvery_ms,
  });
  const items = passes.data ?? [];
  return (
    <LedgerCard title={card.automations} empty={passes.isError ? rule.passesFailed : card.noAutomations}>
      {items.length > 0 && <PassTable account={account} passes={items} withCustomer={false} />}
    </LedgerCard>
  );
}

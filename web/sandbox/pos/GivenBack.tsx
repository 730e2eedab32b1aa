import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../components/format';
import { IconTicket } from '../../components/icons';
import { useTexts } from '../language';
import { givenBack, type BeforeReturn } from './given_back';
import { posApi } from './pos_api';

/** The CRM may hear of a return a little later than the till makes it. */
const looksMax = 5;
const lookEvery_ms = 1_000;

/** Says that a bonus check is given back when the customer's card shows it, and nothing before. */
export function GivenBack({ before, currency }: { before: BeforeReturn; currency: string }) {
  const { receipt: texts } = useTexts();
  const format = useFormat();
  const card = useQuery({
    queryKey: ['customer', before.card.contactid, 'after return'],
    queryFn: () => posApi.customer(before.card.contactid),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => {
      const isShown = state.data !== undefined && givenBack(before, state.data).length > 0;
      return isShown || state.dataUpdateCount >= looksMax || state.status === 'error' ? false : lookEvery_ms;
    },
  });
  const checks = card.data ? givenBack(before, card.data) : [];
  return (
    <div role="status" aria-label={texts.givenBackPlace}>
      {checks.map(({ check, amountMinor }) => (
        <Alert key={check.bonuscheckid} mt="xs" color="bridge" icon={<IconTicket size={20} />} title={texts.givenBack}>
          {texts.canBeUsed(check.name, `${format.minor(amountMinor)} ${check.currency || currency}`)}
        </Alert>
      ))}
    </div>
  );
}

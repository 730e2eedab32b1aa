import { useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { BackLink } from '../list/BackLink';
import { OneThing } from '../list/OneThing';
import { Section } from '../list/Section';
import { PageHead } from '../PageHead';
import { useMay } from '../rights';
import { deliveriesTexts } from '../texts/deliveries';
import { deliveryTexts } from '../texts/delivery';
import { shellTexts } from '../texts/shell';
import { AttemptList } from './AttemptList';
import { DeliveryFacts } from './DeliveryFacts';
import { DeliveryNotes } from './DeliveryNotes';
import { DetailActions } from './DetailActions';
import { ExplainView } from './ExplainView';

export default function DeliveryPage({ id }: { id: string }) {
  const shell = useTexts(shellTexts);
  const deliveries = useTexts(deliveriesTexts);
  const texts = useTexts(deliveryTexts);
  const may = useMay();
  const { account } = useChosen();
  const query = useQuery({
    queryKey: ['delivery', id],
    queryFn: () => client.get('/api/v1/deliveries/{delivery}', { params: { delivery: id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'pending' || state.data?.state === 'leased' ? 2_000 : 15_000),
  });
  const detail = query.data;
  return (
    <>
      <BackLink to={{ page: 'deliveries', account: account?.account_id ?? null }}>{texts.back}</BackLink>
      <PageHead title={texts.title(detail ? deliveries.kinds[detail.kind] : shell.pages.deliveries, id)}>
        {detail && may('deliveries') && <DetailActions delivery={detail} />}
      </PageHead>
      <OneThing query={query} failed={texts.failed} missing={{ title: texts.missing, text: texts.missingText }}>
        {(shown) => (
          <>
            <DeliveryNotes delivery={shown} />
            <DeliveryFacts delivery={shown} />
            <Section title={texts.attempts}>
              <AttemptList delivery={shown} />
            </Section>
            <Section title={texts.explain} text={texts.explainText}>
              <ExplainView delivery={shown} />
            </Section>
          </>
        )}
      </OneThing>
    </>
  );
}

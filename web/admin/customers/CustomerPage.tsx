import { Grid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { BackLink } from '../list/BackLink';
import { OneThing } from '../list/OneThing';
import { PageHead } from '../PageHead';
import { useMay } from '../rights';
import { customerTexts } from '../texts/customers';
import { CustomerSide } from './CustomerSide';
import { CustomerTabs } from './CustomerTabs';
import { EraseButton } from './EraseButton';
import { ExportButton } from './ExportButton';
import { PageButton } from './PageButton';
import { nameOf } from './name';

export default function CustomerPage({ id }: { id: string }) {
  const account = useChosen().account?.account_id;
  return account === undefined ? null : <OneCustomer key={account} account={account} id={id} />;
}

function OneCustomer({ account, id }: { account: string; id: string }) {
  const texts = useTexts(customerTexts);
  const may = useMay();
  const query = useQuery({
    queryKey: ['customer', account, id],
    queryFn: () => client.get('/api/v1/customers/{customer}', { params: { customer: id }, query: { account } }),
    refetchInterval: 10_000,
  });
  const customer = query.data;
  return (
    <>
      <BackLink to={{ page: 'customers', account }}>{texts.back}</BackLink>
      <PageHead title={customer ? nameOf(customer) : `${texts.number} ${id}`}>
        {customer && (
          <>
            <ExportButton account={account} id={id} />
            <PageButton path="/api/v1/customers/{customer}/export" name={`customer-${id}`} account={account} id={id}>
              {texts.exportPage}
            </PageButton>
            {may('erase') && <EraseButton customer={customer} />}
          </>
        )}
      </PageHead>
      <OneThing query={query} failed={texts.failed} missing={{ title: texts.missing, text: texts.missingText }}>
        {(shown) => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 4 }}>
              <CustomerSide customer={shown} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 8 }}>
              <CustomerTabs customer={shown} />
            </Grid.Col>
          </Grid>
        )}
      </OneThing>
    </>
  );
}

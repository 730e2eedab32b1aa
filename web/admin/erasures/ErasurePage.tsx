import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconPrinter } from '../../components/icons';
import { useChosen, type Account } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { BackLink } from '../list/BackLink';
import { OneThing } from '../list/OneThing';
import { PageHead } from '../PageHead';
import { saveFile } from '../save_file';
import { erasureTexts } from '../texts/erasure';
import { Certificate } from './Certificate';
import { pollEvery } from './erasure';

export default function ErasurePage({ id }: { id: string }) {
  const { account } = useChosen();
  return account === null ? null : <OneErasure key={account.account_id} account={account} id={id} />;
}

function OneErasure({ account, id }: { account: Account; id: string }) {
  const texts = useTexts(erasureTexts);
  const { account_id } = account;
  const query = useQuery({
    queryKey: ['erasure', account_id, id],
    queryFn: () => client.get('/api/v1/erasures/{erasure}', { params: { erasure: id }, query: { account: account_id } }),
    refetchInterval: ({ state: { data } }) => pollEvery(data),
  });
  const certificate = query.data;
  return (
    <>
      <div data-screen-only>
        <BackLink to={{ page: 'erasures', account: account_id }}>{texts.back}</BackLink>
      </div>
      <PageHead title={texts.certificate(id)} text={texts.text}>
        {certificate && (
          <>
            <Button
              data-screen-only variant="default" leftSection={<IconDownload size={16} />}
              onClick={() => { saveFile(`erasure-${id}.json`, JSON.stringify(certificate, null, 2)); }}
            >
              {texts.save}
            </Button>
            <Button data-screen-only variant="default" leftSection={<IconPrinter size={16} />} onClick={() => { window.print(); }}>
              {texts.print}
            </Button>
          </>
        )}
      </PageHead>
      <OneThing query={query} failed={texts.certificateFailed} missing={{ title: texts.missing, text: texts.missingText }}>
        {(shown) => <Certificate account={account} erasure={shown} />}
      </OneThing>
    </>
  );
}

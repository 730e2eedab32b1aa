import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconKey } from '../../components/icons';
import { client, type Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { StateBadge } from '../list/StateBadge';
import { accessTexts } from '../texts/access';
import { rightTexts } from '../texts/rights';
import { AddToken } from './AddToken';
import { Part } from './Part';
import { RemoveButton } from './RemoveButton';

/** What programs present to the admin API. */
export function TokenList() {
  const texts = useTexts(accessTexts);
  const rights = useTexts(rightTexts);
  const format = useFormat();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useQuery({ queryKey: ['tokens'], queryFn: async () => (await client.get('/api/v1/tokens')).items });
  return (
    <Part title={texts.tokens} text={texts.tokensText} add={texts.addToken} onAdd={open}>
      <DataList
        label={texts.tokens}
        query={list}
        failed={texts.tokensFailed}
        rowKey={({ name }) => name}
        empty={{ icon: <IconKey size={22} />, title: texts.noTokens, text: texts.noTokensText }}
        columns={[
          { title: texts.name, cell: ({ name }) => name },
          { title: texts.scopes, cell: ({ scopes }) => scopes.map((scope) => rights.scopes[scope]).join(', ') },
          { title: texts.created, figures: true, cell: ({ created_at }) => format.time(created_at) },
          { title: texts.expires, figures: true, cell: (token) => <End token={token} /> },
          {
            title: texts.remove,
            cell: ({ name }) => (
              <RemoveButton
                name={name} title={texts.removeToken(name)} text={texts.removeTokenText} done={texts.tokenRemoved}
                call={() => client.delete('/api/v1/tokens/{token}', { params: { token: name } })}
              />
            ),
          },
        ]}
      />
      {adding && <AddToken onClose={close} />}
    </Part>
  );
}

function End({ token: { expires_at, expired } }: { token: Schemas['ApiToken'] }) {
  const texts = useTexts(accessTexts);
  const format = useFormat();
  if (expires_at === null) return texts.never;
  const time = format.time(expires_at);
  return expired ? <StateBadge tone="bad">{`${texts.expired} ${time}`}</StateBadge> : time;
}

import { Paper, Title } from '@mantine/core';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable } from '../list/DataTable';
import { StateBadge } from '../list/StateBadge';
import { PageLink } from '../PageLink';
import { overviewTexts } from '../texts/overview';

type Shop = Schemas['Overview']['accounts'][number];

export default function ShopTable({ shops }: { shops: Shop[] }) {
  const texts = useTexts(overviewTexts);
  const format = useFormat();
  return (
    <Paper component="section" aria-label={texts.shops}>
      <Title order={2} fz={16} p="lg" pb={0}>
        {texts.shops}
      </Title>
      <DataTable
        label={texts.shops}
        rows={shops}
        rowKey={({ account_id }) => account_id}
        columns={[
          { title: texts.shop, cell: ({ account_id, name }) => <PageLink to={{ page: 'overview', account: account_id }}>{name}</PageLink> },
          {
            title: texts.state,
            cell: ({ status }) => (
              <StateBadge tone={status === 'active' ? 'good' : 'bad'}>{status === 'active' ? texts.active : texts.keyRefused}</StateBadge>
            ),
          },
          { title: texts.errors, figures: true, cell: ({ error_share }) => format.percent(error_share) },
        ]}
      />
    </Paper>
  );
}

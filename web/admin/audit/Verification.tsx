import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CopyButton } from '../../components/CopyButton';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert, IconCircleCheck, IconShieldCheck } from '../../components/icons';
import { client, type Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable } from '../list/DataTable';
import { Section } from '../list/Section';
import { StateBadge } from '../list/StateBadge';
import { auditTexts } from '../texts/audit';
import { useShopName } from './shops';

type Chain = Schemas['AuditChain'];

/** Asks whether anything was changed behind the program's back: only when pressed, since all is read for it. */
export function Verification({ onShow }: { onShow: (shop: string) => void }) {
  const texts = useTexts(auditTexts);
  const verify = useMutation({ mutationFn: () => client.get('/api/v1/audit/verification') });
  return (
    <Section title={texts.verifyTitle} text={texts.verifyText}>
      <Stack gap="md">
        <Button
          variant="default" leftSection={<IconShieldCheck size={16} />} loading={verify.isPending} style={{ alignSelf: 'flex-start' }}
          onClick={() => { verify.mutate(); }}
        >
          {texts.verify}
        </Button>
        {verify.isError && <ErrorNote title={texts.verifyFailed} error={verify.error} />}
        {verify.data && <Verdict isWhole={verify.data.whole} />}
        {verify.data && <Chains chains={verify.data.chains} onShow={onShow} />}
      </Stack>
    </Section>
  );
}

function Verdict({ isWhole }: { isWhole: boolean }) {
  const texts = useTexts(auditTexts);
  if (isWhole) return <Alert color="teal" role="status" icon={<IconCircleCheck size={18} />}>{texts.whole}</Alert>;
  return (
    <Alert color="red" role="alert" title={texts.broken} icon={<IconAlert size={18} />}>
      {texts.brokenText}
    </Alert>
  );
}

function Chains({ chains, onShow }: { chains: Chain[]; onShow: (shop: string) => void }) {
  const texts = useTexts(auditTexts);
  const format = useFormat();
  const nameOf = useShopName();
  const shop = (chain: Chain) => (
    <Button variant="subtle" size="compact-sm" onClick={() => { onShow(chain.account_id); }}>
      {nameOf(chain.account_id)}
    </Button>
  );
  const state = ({ broken_at }: Chain) =>
    broken_at === undefined ? (
      <StateBadge tone="good">{texts.wholeChain}</StateBadge>
    ) : (
      <StateBadge tone="bad">{texts.brokenAt(format.count(broken_at))}</StateBadge>
    );
  const seal = (chain: Chain) => (
    <Group gap="xs" wrap="nowrap">
      <Code style={{ overflowWrap: 'anywhere' }}>{chain.head.slice(0, 12)}…</Code>
      <CopyButton quiet text={chain.head} what={`${texts.head}, ${nameOf(chain.account_id)}`} />
    </Group>
  );
  return (
    <>
      <DataTable
        label={texts.verifyTitle}
        rows={chains}
        rowKey={({ account_id }) => account_id}
        columns={[
          { title: texts.shop, cell: shop },
          { title: texts.state, cell: state },
          { title: texts.entries, figures: true, cell: ({ entries }) => format.count(entries) },
          { title: texts.head, cell: seal },
        ]}
      />
      <Text size="sm" c="dimmed">
        {texts.headHint}
      </Text>
    </>
  );
}

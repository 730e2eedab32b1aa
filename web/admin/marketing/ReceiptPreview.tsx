import { Code, Paper, SegmentedControl, Skeleton, Stack, Tabs, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../components/words';
import { fieldError, type Schemas } from '../api/client';
import { useLanguage, useTexts } from '../language';
import { useForm } from '../settings/editor/context';
import { RefusalNote } from '../settings/RefusalNote';
import { marketingTexts } from '../texts/marketing';
import { receiptTexts } from '../texts/receipt';
import { wordTexts } from '../texts/words';
import { Letter } from './Letter';
import { useReceiptPreview } from './use_receipt_preview';

/** The receipt as its customer would get it with what is typed: mail, plain text and text message. */
export function ReceiptPreview() {
  const texts = useTexts(receiptTexts);
  const marketing = useTexts(marketingTexts);
  const words = useTexts(wordTexts);
  const { translate } = useWords();
  const { editor } = useForm();
  const [language, setLanguage] = useState<Schemas['Language']>(useLanguage().language);
  const [order, setOrder] = useState('');
  const { receipt, isTyped, isWrong } = useReceiptPreview(editor, { language, order: order.trim() });
  const noOrder = fieldError(receipt.error, 'order_id');
  return (
    <Paper p="lg" component="section" aria-label={texts.title}>
      <Stack gap="md">
        <div>
          <Title order={2} fz={18}>
            {texts.title}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {isWrong ? texts.wrong : isTyped ? texts.unsaved : texts.text}
          </Text>
        </div>
        <SegmentedControl
          aria-label={texts.language} value={language} style={{ alignSelf: 'flex-start' }}
          data={[{ value: 'sv', label: marketing.languages.sv }, { value: 'en', label: marketing.languages.en }]}
          onChange={(value) => { setLanguage(value === 'sv' ? 'sv' : 'en'); }}
        />
        <TextInput
          label={texts.order} placeholder={texts.sample} value={order} error={noOrder === undefined ? undefined : translate(noOrder)}
          onChange={(event) => { setOrder(event.currentTarget.value); }}
        />
        {receipt.isError && noOrder === undefined && <RefusalNote title={texts.failed} error={receipt.error} onRetry={() => void receipt.refetch()} />}
        {receipt.isLoading && <Skeleton height={400} role="status" aria-label={words.loading} />}
        {receipt.data && !receipt.isError && <Messages receipt={receipt.data} />}
      </Stack>
    </Paper>
  );
}

function Messages({ receipt }: { receipt: Schemas['ReceiptPreview'] }) {
  const texts = useTexts(receiptTexts);
  const marketing = useTexts(marketingTexts);
  return (
    <Tabs defaultValue="mail">
      <Tabs.List mb="sm" aria-label={texts.title}>
        <Tabs.Tab value="mail">{texts.mail}</Tabs.Tab>
        <Tabs.Tab value="text">{texts.plain}</Tabs.Tab>
        <Tabs.Tab value="sms">{texts.sms}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="mail">
        <Text size="sm" mb="sm">
          <b>{marketing.previewSubject}:</b> {receipt.subject}
        </Text>
        <Letter title={texts.mail} html={receipt.html} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <Code block tabIndex={0} mah={560} style={{ overflow: 'auto' }}>
          {receipt.text}
        </Code>
      </Tabs.Panel>
      <Tabs.Panel value="sms">
        <Text size="sm" p="sm" style={{ overflowWrap: 'anywhere', border: '1px solid var(--line)', borderRadius: 12 }}>
          {receipt.sms}
        </Text>
      </Tabs.Panel>
    </Tabs>
  );
}

import { Group, Select, Stack } from '@mantine/core';
import { IconSend } from '../../components/icons';
import { Pager } from '../deliveries/Pager';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { Section } from '../list/Section';
import { StateFilter } from '../list/StateFilter';
import { changeSearch, trailHere, useSearch } from '../route';
import { eventTypeTexts } from '../texts/event_types';
import { sendingsTexts } from '../texts/sendings';
import { messageTypes, type Endpoint } from './endpoint';
import { changed, filterOf, states } from './message_filter';
import { MessageDrawer } from './MessageDrawer';
import { RecoverButton } from './RecoverButton';
import { useSendingColumns } from './use_sending_columns';
import { useSendings } from './use_sendings';
import { useWebhookRights } from './use_webhook_rights';

/** What the endpoint was told: filtered, page by page, and one of them opened; all of it stands in the address. */
export function MessageLog({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(sendingsTexts);
  const types = useTexts(eventTypeTexts);
  const may = useWebhookRights();
  const { message, ...search } = useSearch();
  const filter = filterOf(search);
  const list = useSendings(endpoint, filter, search.before);
  const columns = useSendingColumns(endpoint);
  const isFiltered = Object.keys(search).length > 0;
  const change = (part: Parameters<typeof changed>[1]) => { changeSearch(changed(filter, part)); };
  return (
    <Section title={texts.title} text={texts.text}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-end" gap="sm">
          <Group gap="sm">
            <StateFilter
              label={texts.state} names={texts.states} states={states} state={filter.state ?? 'all'}
              onChange={(state) => { change({ state: state === 'all' ? undefined : state }); }}
            />
            <Select
              aria-label={texts.type} placeholder={texts.anyType} clearable clearButtonProps={{ 'aria-label': texts.clearType }} w={230}
              data={messageTypes.map((value) => ({ value, label: types.names[value] }))} value={filter.type ?? null}
              onChange={(value) => { change({ type: messageTypes.find((type) => type === value) }); }}
            />
          </Group>
          {may('resend') && <RecoverButton endpoint={endpoint} />}
        </Group>
        <DataList
          label={texts.title}
          query={{ ...list, data: list.data?.items }}
          failed={texts.failed}
          rowKey={({ message_id }) => message_id}
          empty={{ icon: <IconSend size={22} />, title: texts.emptyTitle, text: isFiltered ? texts.emptyFiltered : texts.emptyText }}
          columns={columns}
          {...(may('open') ? { onOpen: ({ message_id }: { message_id: string }) => { changeSearch({ ...search, message: message_id }, trailHere()); } } : {})}
        />
        {list.data && <Pager found={{ next: list.data.next, isPartial: false }} search={search} />}
      </Stack>
      {message !== undefined && may('open') && (
        <MessageDrawer endpoint={endpoint} id={message} onClose={() => { changeSearch(search, trailHere()); }} />
      )}
    </Section>
  );
}

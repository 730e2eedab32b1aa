import { Accordion, Button, FileInput, Paper, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { IconUpload } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { importsTexts } from '../texts/imports';
import type { ImportDetail } from './ImportsPage';
import { parseMapping } from './mapping';

interface Props {
  account: string;
  onStaged: (detail: ImportDetail) => void;
}

const untold = { mapping: '', header_line: '', sheet: '', encoding: '' };

/** The first of three steps: the file is read and compared, and nothing is changed. */
export function UploadForm({ account, onStaged }: Props) {
  const texts = useTexts(importsTexts);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [unknown, setUnknown] = useState('refuse');
  const [more, setMore] = useState(untold);
  const stage = useMutation({
    mutationFn: (chosen: File) => {
      const mapping = parseMapping(more.mapping);
      return client.upload(chosen, {
        account, file_name: chosen.name, unknown_customers: unknown, ...more, mapping: mapping === null ? undefined : JSON.stringify(mapping),
      });
    },
    onSuccess: async (detail) => {
      await queries.invalidateQueries({ queryKey: ['imports'] });
      queries.setQueryData(['import', account, detail.id], detail);
      onStaged(detail);
    },
  });
  const change = (name: keyof typeof untold) => (event: { currentTarget: { value: string } }) => {
    setMore({ ...more, [name]: event.currentTarget.value });
  };
  return (
    <Paper p="lg" maw={760}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) stage.mutate(file);
        }}
      >
        <Stack gap="md">
          <FileInput
            label={texts.file} placeholder={texts.choose} accept=".xls,.xlsx,.txt,.csv,.tsv" leftSection={<IconUpload size={16} />}
            value={file} onChange={setFile}
          />
          <Radio.Group label={texts.unknown} value={unknown} onChange={setUnknown}>
            <Stack gap="xs" mt="xs">
              <Radio value="refuse" label={texts.refuse} />
              <Radio value="create" label={texts.create} />
            </Stack>
          </Radio.Group>
          <Accordion variant="contained">
            <Accordion.Item value="more">
              <Accordion.Control>{texts.more}</Accordion.Control>
              <Accordion.Panel>
                <Stack gap="sm">
                  <Textarea label={texts.mapping} description={texts.mappingHint} autosize minRows={2} value={more.mapping} onChange={change('mapping')} />
                  <TextInput label={texts.headerLine} description={texts.headerLineHint} inputMode="numeric" value={more.header_line} onChange={change('header_line')} />
                  <TextInput label={texts.sheet} value={more.sheet} onChange={change('sheet')} />
                  <TextInput label={texts.encoding} value={more.encoding} onChange={change('encoding')} />
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
          {stage.isError && <ErrorNote title={texts.refusedFile} error={stage.error} />}
          <Button type="submit" disabled={file === null} loading={stage.isPending} style={{ alignSelf: 'flex-start' }}>
            {texts.check}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

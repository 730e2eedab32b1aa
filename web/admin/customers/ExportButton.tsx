import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '../../components/icons';
import { toastFailed } from '../../components/toast';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { saveFile } from '../save_file';
import { customerTexts } from '../texts/customers';

/** All that is kept of the person, as they may ask for. Through the client, so that a refusal is said and not saved as the file. */
export function ExportButton({ account, id }: { account: string; id: string }) {
  const texts = useTexts(customerTexts);
  const words = useWords();
  const make = useMutation({
    mutationFn: () => client.get('/api/v1/customers/{customer}/export', { params: { customer: id }, query: { account } }),
    onSuccess: (everything) => {
      saveFile(`customer-${id}.json`, JSON.stringify(everything, null, 2));
    },
    onError: (error) => {
      toastFailed(texts.exportFailed, new Error(words.translate(error.message)));
    },
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={16} />} loading={make.isPending} onClick={() => { make.mutate(); }}>
      {texts.export}
    </Button>
  );
}

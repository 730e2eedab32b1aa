import { toastDone } from '../../components/toast';
import { client } from '../api/client';
import { useTexts } from '../language';
import { endpointFormTexts } from '../texts/endpoint_form';
import { wordTexts } from '../texts/words';
import { draftOf } from './draft';
import { useEndpointParams, type Endpoint } from './endpoint';
import { EndpointFields } from './EndpointFields';
import { FormDialog } from '../FormDialog';
import { useEndpointForm } from './use_endpoint_form';

export function EditEndpoint({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const texts = useTexts(endpointFormTexts);
  const words = useTexts(wordTexts);
  const params = useEndpointParams(endpoint);
  const form = useEndpointForm(
    draftOf(endpoint),
    (body) => client.patch('/api/v1/accounts/{account}/endpoints/{endpoint}', body, { params }),
    () => {
      toastDone(texts.changed);
      onClose();
    },
  );
  return (
    <FormDialog
      title={texts.editTitle} button={words.save} isPending={form.save.isPending} error={form.error} failed={words.nothingSaved} tries={form.tries}
      onSubmit={form.submit} onClose={onClose}
    >
      <EndpointFields draft={form.draft} errorAt={form.errorAt} onChange={form.change} />
    </FormDialog>
  );
}

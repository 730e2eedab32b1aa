import { client } from '../api/client';
import { useTexts } from '../language';
import { endpointFormTexts } from '../texts/endpoint_form';
import { emptyDraft } from './draft';
import { useAccountId } from './endpoint';
import { EndpointFields } from './EndpointFields';
import { FormDialog } from '../FormDialog';
import { MadeEndpoint } from './MadeEndpoint';
import { useEndpointForm } from './use_endpoint_form';

/** The form for one more, and after it, in the same dialog, the secret that was made. */
export function AddEndpoint({ onClose }: { onClose: () => void }) {
  const texts = useTexts(endpointFormTexts);
  const account = useAccountId();
  const form = useEndpointForm(emptyDraft, (body) =>
    client.post('/api/v1/accounts/{account}/endpoints', { ...body, enabled: true }, { params: { account } }),
  );
  const made = form.save.data;
  return (
    <FormDialog
      title={made ? texts.madeTitle : texts.addTitle} button={texts.add} isPending={form.save.isPending} error={form.error} failed={texts.notAdded}
      tries={form.tries} made={made && <MadeEndpoint endpoint={made} onClose={onClose} />} onSubmit={form.submit} onClose={onClose}
    >
      <EndpointFields draft={form.draft} errorAt={form.errorAt} onChange={form.change} />
    </FormDialog>
  );
}

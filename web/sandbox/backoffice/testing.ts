import type { FakeAnswer } from '../../components/testing';
import type { CustomCrm } from './settings';

export const custom_crm: CustomCrm = {
  api_url: '',
  api_token: '',
  search_placeholder: 'Phone or email',
  member_number_title: 'Member number',
  mandatory: [],
  register_fields: { email: 'editable' },
  update_fields: { email: 'editable' },
  lookup_enabled: false,
};

export const blank = { url: '', user: '', password: '' };

export const backofficeAnswers: Record<string, FakeAnswer> = {
  'GET /backoffice/api/settings': { body: { custom_crm, crm_v2: blank, events: blank } },
};

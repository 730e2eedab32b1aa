import { accessTexts } from './access';
import { actorTexts } from './actors';
import { auditTexts } from './audit';
import { auditActionTexts } from './audit_actions';
import { changeTexts } from './changes';
import { conflictTexts } from './conflict';
import { customerTexts } from './customers';
import { deliveriesTexts } from './deliveries';
import { deliveryTexts } from './delivery';
import { deliveryFilterTexts } from './delivery_filter';
import { doctorTexts } from './doctor';
import { editorTexts } from './editor';
import { endpointFormTexts } from './endpoint_form';
import { endpointsTexts } from './endpoints';
import { erasureTexts } from './erasure';
import { eventTypeTexts } from './event_types';
import { fieldHintTexts } from './field_hints';
import { fieldLabelTexts } from './field_labels';
import { fieldOptionTexts } from './field_options';
import { guideTexts } from './guide';
import { importsTexts } from './imports';
import { jobsTexts } from './jobs';
import { listsTexts } from './lists';
import { marketingTexts } from './marketing';
import { ordersTexts } from './orders';
import { overviewTexts } from './overview';
import { together } from './pair';
import { previewTexts } from './preview';
import { receiptTexts } from './receipt';
import { rightTexts } from './rights';
import { sendingsTexts } from './sendings';
import { settingsTexts } from './settings';
import { shellTexts } from './shell';
import { tillTexts } from './till';
import { timelineTexts } from './timeline';
import { webhookGuideTexts } from './webhook_guide';
import { webhooksTexts } from './webhooks';
import { wordTexts } from './words';

/** All parts, for tests and types; pages name the parts that they show. */
export const tables = together({
  access: accessTexts, actors: actorTexts, audit: auditTexts, auditActions: auditActionTexts, rights: rightTexts,
  changes: changeTexts, conflict: conflictTexts, customers: customerTexts, deliveries: deliveriesTexts, delivery: deliveryTexts,
  deliveryFilter: deliveryFilterTexts, doctor: doctorTexts, editor: editorTexts, endpointForm: endpointFormTexts, endpoints: endpointsTexts,
  erasure: erasureTexts, eventTypes: eventTypeTexts, field_hints: fieldHintTexts,
  field_labels: fieldLabelTexts, field_options: fieldOptionTexts, guide: guideTexts, imports: importsTexts, jobs: jobsTexts, lists: listsTexts,
  marketing: marketingTexts, orders: ordersTexts, overview: overviewTexts, preview: previewTexts, receipt: receiptTexts, sendings: sendingsTexts,
  settings: settingsTexts, shell: shellTexts, till: tillTexts, timeline: timelineTexts, webhookGuide: webhookGuideTexts, webhooks: webhooksTexts,
  words: wordTexts,
});

export type Texts = typeof tables.en;

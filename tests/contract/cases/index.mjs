// What is asked: one file for each tag of the document, in this order. The password is chosen first, and the doctor comes before
// anybody mends what the story has broken.
//
// A table is a list of entries, one for an operation or several:
//   of         the operationId
//   good, bad  name -> (shop) => what is asked and what must come of it:
//                params, query, body (sent as JSON) or raw    the request
//                as                       headers; without them good ones come from the command line, bad ones from the pages
//                status                   of a good one, 200 without it
//                statuses, fields         of a bad one: which it may have, which member it may blame; [] is none
//                see(body, answer)        what else must be true
//   base       (shop) => the good request of which the derived bad ones are made (derived.mjs), the first good one without it
//   statuses   of those, where they are not 400 or 404
import access from './access.mjs';
import accounts from './accounts.mjs';
import audit from './audit.mjs';
import changes from './changes.mjs';
import customers from './customers.mjs';
import deliveries from './deliveries.mjs';
import doctor from './doctor.mjs';
import imports from './imports.mjs';
import jobs from './jobs.mjs';
import keys from './keys.mjs';
import marketing from './marketing.mjs';
import orders from './orders.mjs';
import personalFiles from './personal_files.mjs';
import session from './session.mjs';
import webhooks from './webhooks.mjs';

export const caseTables = { session, accounts: [...accounts, ...changes], doctor, customers: [...customers, ...personalFiles], deliveries, orders, jobs, imports, marketing, webhooks, access, audit, keys };

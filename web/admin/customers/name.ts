import type { Schemas } from '../api/client';

/** What a person is called; whoever gave no name, by how they can be reached. */
export function nameOf({ first_name, last_name, email, mobile, contact_id }: Schemas['CustomerHead']): string {
  return `${first_name} ${last_name}`.trim() || email || mobile || contact_id;
}

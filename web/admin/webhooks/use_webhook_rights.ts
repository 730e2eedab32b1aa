import { useMay, type Scope } from '../rights';

/** The right that each deed takes, as the table in src/admin/api.cpp has it. */
export const rightOf = {
  change: 'accounts', secret: 'accounts', test: 'deliveries', resend: 'deliveries', open: 'customers',
} as const satisfies Record<string, Scope>;

export type Deed = keyof typeof rightOf;

/** May the one who is signed in do this with endpoints and their messages? */
export function useWebhookRights(): (deed: Deed) => boolean {
  const may = useMay();
  return (deed) => may(rightOf[deed]);
}

import type { RecordRef } from './around-address.rules.ts';
import type { Asked } from './asked.rules.ts';

/** What `surroundings.actions` gives its parts: what was asked, and the record that the asking person came from. */
export interface AroundActionProps {
  readonly asked: Asked;
  readonly subject: RecordRef | undefined;
}

import { useView } from '../api/web.ts';
import type { ofRecord } from './corrections.views.ts';

/** What is asked of a record: asked again when the record or its orders change. */
export function useCorrections(register: string, recordId: string) {
  return useView<typeof ofRecord>(
    'corrections.ofRecord',
    { register, recordId },
    { topics: [`${register}/${recordId}`] },
  );
}

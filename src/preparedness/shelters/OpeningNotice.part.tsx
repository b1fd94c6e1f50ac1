import { DraftDocument } from '../../foundation/official-documents/web.ts';

const DRAFT = { zh: '起草开放公告', en: 'Draft the notice' } as const;

/** 起草开放公告: offered where there is something to announce. */
export default function OpeningNotice({ record }: { record: { readonly id: string; readonly state: string } }) {
  if (record.state !== 'open' && record.state !== 'full') return null;
  return <DraftDocument kind="shelter_opening" subjectId={record.id} label={DRAFT} />;
}

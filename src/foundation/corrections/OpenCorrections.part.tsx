import { Tag, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { useCorrections } from './corrections-view.part.tsx';

const OPEN = { zh: '待更正 {count}', en: '{count} to correct' } as const;

/** Beside the state of a record: how many corrections wait; what they are stands below. */
export default function OpenCorrections({ faces, record }: { faces: RegisterFaces; record: { readonly id: string } }) {
  const say = useSay();
  const view = useCorrections(faces.register.name, record.id);
  const count = (view.data?.items ?? []).filter(({ isOpen }) => isOpen).length;
  return count > 0 && <Tag>{say(OPEN, { count })}</Tag>;
}

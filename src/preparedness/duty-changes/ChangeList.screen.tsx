import { Page, useParams } from '../../foundation/design-system/web.ts';
import { ChangeCards } from './ChangeCards.part.tsx';

const TITLE = { zh: '换班', en: 'Changes of shifts' };

/** 换班 at desk and phone: all of them, or the one a message speaks of. */
export default function ChangeList() {
  const { id } = useParams();
  return (
    <Page title={TITLE}>
      <ChangeCards {...(id ? { changeId: id } : {})} />
    </Page>
  );
}

import { Page } from '../../foundation/design-system/web.ts';
import MyWhistles from './MyWhistles.part.tsx';

/** 待报到 on the phone. */
export default function WhistleInbox() {
  return (
    <Page title={{ zh: '待报到', en: 'Whistles to answer' }}>
      <MyWhistles />
    </Page>
  );
}

import { Page } from '../../foundation/design-system/web.ts';
import MySupport from './MySupport.part.tsx';

/** 支援任务 on the phone. */
export default function SupportInbox() {
  return (
    <Page title={{ zh: '支援任务', en: 'Support to give' }}>
      <MySupport />
    </Page>
  );
}

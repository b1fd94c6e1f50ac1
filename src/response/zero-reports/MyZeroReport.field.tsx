import { Page } from '../../foundation/design-system/web.ts';
import MyZeroReport from './MyZeroReport.part.tsx';

/** 零报告 on the phone: today's of one's own unit. */
export default function MyZeroReportScreen() {
  return (
    <Page title={{ zh: '零报告', en: 'Zero report' }}>
      <MyZeroReport />
    </Page>
  );
}

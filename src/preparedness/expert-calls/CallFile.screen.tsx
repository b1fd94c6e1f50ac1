import { useView } from '../../foundation/api/web.ts';
import { Page, Shown, useParams } from '../../foundation/design-system/web.ts';
import { CallEntry } from './CallEntry.part.tsx';
import type { record } from './expert-calls.views.ts';

/** One call, at a desk and on the phone: a message leads here. */
export default function CallFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('expertCalls.record', { id });
  return (
    <Page title={{ zh: '专家邀请', en: 'Expert call' }}>
      <Shown of={view}>{(call) => <CallEntry call={call} hasLink={false} />}</Shown>
    </Page>
  );
}

import { Page, useParams } from '../../foundation/design-system/web.ts';
import AnswerCall from './AnswerCall.part.tsx';

const TITLE = { zh: '点名应答', en: 'Answer a roll call' };

/** One call to one's unit, opened from its message. */
export default function AnswerPage() {
  const { id = '' } = useParams();
  return (
    <Page title={TITLE}>
      <AnswerCall answerId={id} />
    </Page>
  );
}

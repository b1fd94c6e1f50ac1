import { useView } from '../../foundation/api/web.ts';
import { Page, Shown, useParams, useSay } from '../../foundation/design-system/web.ts';
import { HandoverBody, HandoverState } from './HandoverBody.part.tsx';
import { TakeOver } from './HandoverSigning.part.tsx';
import type { record } from './shift-handovers.views.ts';

/** 交接班单 on the phone: the same sheet, both signatures under the thumb. */
export default function HandoverOnPhone() {
  const say = useSay();
  const { id = '' } = useParams();
  const view = useView<typeof record>('shiftHandovers.record', { id }, { topics: [`shift_handover/${id}`] });
  return (
    <Shown of={view}>
      {(sheet) => (
        <Page title={{ zh: `${sheet.number} ${sheet.unitName}`, en: `${sheet.number} ${sheet.unitName}` }}>
          <HandoverState of={sheet} />
          <HandoverBody sheet={sheet} say={say} />
          <TakeOver sheet={sheet} />
        </Page>
      )}
    </Shown>
  );
}

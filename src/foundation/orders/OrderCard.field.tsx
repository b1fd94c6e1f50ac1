import { useView } from '../api/web.ts';
import { Shown, useParams } from '../design-system/web.ts';
import { Answer } from './Answer.part.tsx';
import { AssignmentDetail } from './AssignmentDetail.part.tsx';
import type { record } from './assignments.views.ts';
import { NavigateLink } from './NavigateLink.part.tsx';

/** An order on the phone: read, receive, report with a photo, finish; everything within reach of one thumb. */
export default function OrderCard() {
  const { id } = useParams();
  const view = useView<typeof record>('assignments.record', { id });
  return (
    <Shown of={view}>
      {(one) => (
        <AssignmentDetail
          one={one}
          wayThere={one.place && <NavigateLink place={one.place} />}
          actions={<Answer one={one} />}
        />
      )}
    </Shown>
  );
}

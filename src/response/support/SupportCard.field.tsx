import { useView } from '../../foundation/api/web.ts';
import { Facts, Page, Shown, Time, useParams } from '../../foundation/design-system/web.ts';
import { NavigateLink } from '../../foundation/orders/web.ts';
import { SentSteps } from './SentSteps.part.tsx';
import type { sentRecord } from './support.views.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { supportRequest } from './support-request.register.ts';
import { SentMoments, SentState, useWay } from './support-words.part.tsx';

const { fields } = supportDispatch;

/** One sending on the phone: what for, where to, the way there, and the next step. */
export default function SupportCard() {
  const wayOf = useWay();
  const { id = '' } = useParams();
  const view = useView<typeof sentRecord>('supportDispatches.record', { id }, { topics: [`support_dispatch/${id}`] });
  return (
    <Shown of={view}>
      {(one) => (
        <Page
          title={{ zh: `${one.requestNumber} ${one.content}`, en: `${one.requestNumber} ${one.content}` }}
          mark={one.mark}
        >
          <SentState of={one} />
          <Facts
            facts={[
              { label: fields.title.label, value: one.title },
              { label: supportRequest.fields.placeText.label, value: one.placeText },
              { label: fields.wayMetres.label, value: wayOf(one) },
              { label: fields.expectedAt.label, value: one.expectedAt && <Time at={one.expectedAt} /> },
              { label: fields.arriveDueAt.label, value: <Time at={one.arriveDueAt} /> },
              { label: fields.dispatchedById.label, value: one.dispatchedBy },
            ]}
          />
          <SentMoments of={one} />
          {one.place && <NavigateLink place={one.place} />}
          <SentSteps of={one} />
        </Page>
      )}
    </Shown>
  );
}

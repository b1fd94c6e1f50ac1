import { useView } from '../../foundation/api/web.ts';
import { Shown, useParams } from '../../foundation/design-system/web.ts';
import type { record } from './street-whistles.views.ts';
import { WhistleFile } from './WhistleFile.part.tsx';

/** One whistle on the phone: what is asked, where, until when, and the answer within reach of one thumb. */
export default function WhistleCard() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('streetWhistles.record', { id });
  return <Shown of={view}>{(one) => <WhistleFile one={one} isPhone />}</Shown>;
}

import { useView } from '../../foundation/api/web.ts';
import { Shown, useParams } from '../../foundation/design-system/web.ts';
import type { record } from './street-whistles.views.ts';
import { WhistleFile } from './WhistleFile.part.tsx';

/** 吹哨 at a desk. */
export default function WhistleScreen() {
  const { id = '' } = useParams();
  const view = useView<typeof record>('streetWhistles.record', { id });
  return <Shown of={view}>{(one) => <WhistleFile one={one} />}</Shown>;
}

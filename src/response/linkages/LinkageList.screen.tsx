import { useView } from '../../foundation/api/web.ts';
import { Empty, Page, Shown } from '../../foundation/design-system/web.ts';
import { HowToStart } from './HowToStart.part.tsx';
import { LinkageRows } from './LinkageRows.part.tsx';
import { linkage } from './linkage.register.ts';
import type { list } from './linkages.views.ts';
import './linkages.css';

const WORDS = {
  none: { zh: '还没有一键通', en: 'Nothing was sent yet' },
} as const;

/** 一键通: what is under way first. */
export default function LinkageList() {
  const view = useView<typeof list>('linkages.list', {}, { topics: ['linkage', 'message'] });
  return (
    <Page title={linkage.label}>
      <HowToStart />
      <Shown of={view} rows={4}>
        {({ items }) => (items.length === 0 ? <Empty title={WORDS.none} /> : <LinkageRows items={items} />)}
      </Shown>
    </Page>
  );
}

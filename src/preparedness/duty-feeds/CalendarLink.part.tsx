import { useState } from 'react';
import { requestJson, useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Dialog, Time, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { end } from './duty-feeds.commands.ts';
import type { list } from './duty-feeds.views.ts';

const WORDS = {
  title: { zh: '日历订阅', en: 'Calendar link' },
  hint: {
    zh: '把下面的地址加到手机或电脑的日历里。地址只显示这一次，谁有它谁就能看到；丢失请停用。',
    en: 'Add this address to a calendar. It is shown once only, and whoever has it sees the shifts; end it when it is lost.',
  },
  mine: { zh: '订阅我的班次', en: 'My shifts' },
  unit: { zh: '订阅本单位值班', en: 'Duty of this unit' },
  own: { zh: '我的班次', en: 'My shifts' },
  end: { zh: '停用', en: 'End' },
  address: { zh: '日历地址', en: 'Address' },
} as const;

/** 日历订阅: an address for a calendar program, of one's own shifts or of a unit's roster. */
export default function CalendarLink({ unitId }: { unitId?: string }) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('duty_feed.keep')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.title)}</Button>
      {isOpen && (
        <Dialog title={say(WORDS.title)} isOpen onClose={() => setOpen(false)}>
          <Links {...(unitId ? { unitId } : {})} />
        </Dialog>
      )}
    </>
  );
}

function Links({ unitId }: { unitId?: string }) {
  const say = useSay();
  const view = useView<typeof list>('dutyFeeds.list', {});
  const ending = useCommand<typeof end>('dutyFeeds.end');
  const [address, setAddress] = useState('');
  const make = async (of?: string) => {
    const made = await requestJson<{ path: string }>('/api/duty-feeds/issue', {
      method: 'POST',
      body: of ? { unitId: of } : {},
    });
    setAddress(new URL(made.path, location.origin).href);
    view.refresh();
  };
  return (
    <>
      <p>{say(WORDS.hint)}</p>
      <p className="row">
        <Button kind="main" onClick={() => void make()}>
          {say(WORDS.mine)}
        </Button>
        {unitId && <Button onClick={() => void make(unitId)}>{say(WORDS.unit)}</Button>}
      </p>
      {address && (
        <input readOnly aria-label={say(WORDS.address)} value={address} onFocus={(event) => event.target.select()} />
      )}
      <ul>
        {(view.data?.items ?? []).map(({ id, unitName, createdAt }) => (
          <li key={id} className="row">
            {unitName ?? say(WORDS.own)} <Time at={createdAt} />
            <Button kind="bare" onClick={() => void ending.run({ id })}>
              {say(WORDS.end)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

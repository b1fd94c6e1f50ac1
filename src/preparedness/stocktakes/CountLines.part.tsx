import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Button, CheckField, Section, useSay } from '../../foundation/design-system/web.ts';
import type { Line, Stocktake } from './stocktake-words.part.tsx';
import type { count } from './stocktakes.commands.ts';
import './stocktakes.css';

const WORDS = {
  title: { zh: '清点', en: 'Count' },
  hint: {
    zh: '按货位清点实物，填实盘数量后记下；账面数量在提交后才显示。',
    en: 'Count what is there and note it; the book shows once it is submitted.',
  },
  open: { zh: '只看未盘', en: 'Not counted only' },
  quantity: { zh: '{name} {batch} 的实盘数量', en: 'Counted: {name} {batch}' },
  save: { zh: '记下', en: 'Note' },
  saveOf: { zh: '记下 {name} {batch}', en: 'Note {name} {batch}' },
  counted: { zh: '已盘 {quantity} {measure}', en: '{quantity} {measure} counted' },
  place: { zh: '货位 {location}', en: 'Location {location}' },
  batch: { zh: '批号 {batch}', en: 'Batch {batch}' },
  expires: { zh: '有效期至 {day}', en: 'expires {day}' },
} as const;

/** The list as it was when the stocktake began, line by line, for a hand that holds a phone. Enter goes to the next line. */
export function CountLines({ row }: { row: Stocktake }) {
  const say = useSay();
  const [isOpenOnly, setOpenOnly] = useState(false);
  const lines = row.lineList.filter((line) => !line.isFound && (!isOpenOnly || line.counted === null));
  return (
    <Section
      title={WORDS.title}
      aside={<CheckField label={WORDS.open} isChecked={isOpenOnly} onChange={setOpenOnly} />}
    >
      <p className="count-hint">{say(WORDS.hint)}</p>
      <ul className="count-lines">
        {lines.map((line) => (
          <CountLine key={line.id} stocktakeId={row.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function CountLine({ stocktakeId, line }: { stocktakeId: string; line: Line }) {
  const say = useSay();
  const counting = useCommand<typeof count>('stocktakes.count');
  const [text, setText] = useState(line.counted === null ? '' : String(line.counted));
  const counted = /^\d+([.]\d{1,3})?$/.test(text) ? Number(text) : undefined;
  const about = { name: line.name, batch: line.batch };
  const save = async (field: HTMLInputElement | null) => {
    if (counted === undefined || counting.isRunning) return;
    const done = await counting.run({ id: stocktakeId, lines: [{ lineId: line.id, counted }] });
    if (!done) return;
    const fields = [...document.querySelectorAll<HTMLInputElement>('.count-lines input')];
    const next = field ? fields[fields.indexOf(field) + 1] : undefined;
    next?.focus();
  };
  return (
    <li className={line.counted === null ? '' : 'is-counted'}>
      <span>
        <strong>
          {line.name} <small>{line.spec}</small>
        </strong>
        <small>
          {[
            line.location && say(WORDS.place, { location: line.location }),
            say(WORDS.batch, { batch: line.batch }),
            line.expiresOn && say(WORDS.expires, { day: line.expiresOn }),
          ]
            .filter(Boolean)
            .join('　')}
        </small>
        {line.counted !== null && (
          <small>{say(WORDS.counted, { quantity: line.counted, measure: line.measure })}</small>
        )}
        {counting.problem && (
          <span className="field-problem" role="alert">
            {say(counting.problem.phrase)}
          </span>
        )}
      </span>
      <span className="row">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={say(WORDS.quantity, about)}
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={({ target }) => setText(target.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void save(event.currentTarget);
          }}
        />
        <span>{line.measure}</span>
        <Button
          aria-label={say(WORDS.saveOf, about)}
          isBusy={counting.isRunning}
          disabled={counted === undefined || counted === line.counted}
          onClick={() => void save(null)}
        >
          {say(WORDS.save)}
        </Button>
      </span>
    </li>
  );
}

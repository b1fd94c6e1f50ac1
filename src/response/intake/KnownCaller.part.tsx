import { useView } from '../../foundation/api/web.ts';
import { Button, Go, useCalm, useSay } from '../../foundation/design-system/web.ts';
import type { SearchFind } from '../../foundation/search/web.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import './intake.css';

const WORDS = {
  title: { zh: '这个号码', en: 'This number' },
  use: { zh: '填入报告人', en: 'Use as caller' },
} as const;

/** Shorter is no number yet. */
const LEAST_DIGITS = 7;

/** Whose number is it? Staff, contacts of shelters, enterprises, informants: whoever has it on a register one may read. */
export function KnownCaller({
  phone,
  hasName,
  onName,
}: {
  phone: string;
  hasName: boolean;
  onName: (name: string) => void;
}) {
  const say = useSay();
  const pathOf = useRecordPath();
  const q = useCalm(phone.replaceAll(/[\s-]/g, ''), 300);
  const { data } = useView<SearchFind>('search.find', { q, limit: 4 }, { isEnabled: q.length >= LEAST_DIGITS });
  if (!data || data.hits.length === 0 || q.length < LEAST_DIGITS) return null;
  return (
    <p className="known-caller" role="status">
      <b>{say(WORDS.title)}</b>
      {data.hits.map((hit) => {
        const to = pathOf(hit.page);
        const words = [say(hit.registerLabel), hit.title, hit.line].filter(Boolean).join(' · ');
        return (
          <span key={hit.id}>
            {to ? (
              <Go to={to} target="_blank">
                {words}
              </Go>
            ) : (
              words
            )}
            {!hasName && <Button onClick={() => onName(hit.title)}>{say(WORDS.use)}</Button>}
          </span>
        );
      })}
    </p>
  );
}

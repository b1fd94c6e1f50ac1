import { useState } from 'react';
import { useView } from '../api/web.ts';
import {
  Button,
  Empty,
  Go,
  InstantField,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { ROLES, type Role } from '../identity/define.ts';
import { useViewer } from '../identity/web.ts';
import { AppointDialog, type Appointing } from './appointments/AppointDialog.part.tsx';
import { appointerOf } from './appointments/appointing.rules.ts';
import type { holders } from './organisation.views.ts';
import type { Holder, UnitNode } from './unit-node.part.tsx';

const WORDS = {
  title: { zh: '岗位任职', en: 'Posts' },
  at: { zh: '查看某时任职', en: 'Who held them at' },
  believed: { zh: '按何时所知', en: 'As known at' },
  today: { zh: '看现任', en: 'Present holders' },
  former: { zh: '以下为所选时刻的任职情况', en: 'Holders at the chosen time' },
  none: { zh: '还没有设立岗位', en: 'No post has been opened' },
  gap: { zh: '空缺', en: 'Vacant' },
  since: { zh: '自', en: 'since' },
  until: { zh: '至', en: 'until' },
  deputy: { zh: '代 {name}', en: 'for {name}' },
  acting: { zh: '代理主持 {name}', en: 'acting for {name}' },
  appoint: { zh: '任命', en: 'Appoint' },
  addDeputy: { zh: '指定代理', en: 'Name a deputy' },
  end: { zh: '免职', en: 'End' },
} as const;

/** The posts of a unit with their holders and deputies, now or at the time the address names; a gap is shown as one. */
export function UnitPosts({ unit }: { unit: UnitNode }) {
  const say = useSay();
  const [search, change] = useSearch();
  const [appointing, setAppointing] = useState<Appointing>();
  const isNow = !search.at && !search.believed;
  const view = useView<typeof holders>(
    'units.holders',
    {
      id: unit.id,
      ...(search.at ? { at: search.at } : {}),
      ...(search.believed ? { believedAt: search.believed } : {}),
    },
    { keepsPrevious: true, topics: ['appointment', 'post'] },
  );
  return (
    <Section id="posts" title={WORDS.title}>
      <div className="row as-of">
        <InstantField label={WORDS.at} value={search.at} onChange={(at) => change({ at })} />
        <InstantField label={WORDS.believed} value={search.believed} onChange={(believed) => change({ believed })} />
        {!isNow && <Button onClick={() => change({ at: undefined, believed: undefined })}>{say(WORDS.today)}</Button>}
      </div>
      {!isNow && (
        <p className="soft" role="status">
          {say(WORDS.former)}
        </p>
      )}
      <Shown of={view} rows={4}>
        {({ holders: all }) =>
          all.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <ul className="posts">
              {[...byPost(all)].map(([postId, own]) => (
                <Post key={postId} own={own} isNow={isNow} onStep={setAppointing} />
              ))}
            </ul>
          )
        }
      </Shown>
      <AppointDialog of={appointing} onClose={() => setAppointing(undefined)} />
    </Section>
  );
}

const RANK = Object.keys(ROLES);

/** Posts by the rank of their roles, each with its holders, deputies last. */
function byPost(all: readonly Holder[]): Map<string, [Holder, ...Holder[]]> {
  const posts = new Map<string, [Holder, ...Holder[]]>();
  for (const holder of all) {
    const own = posts.get(holder.postId);
    if (own) own.push(holder);
    else posts.set(holder.postId, [holder]);
  }
  const rank = (own: readonly Holder[]) => RANK.indexOf(own[0]?.role ?? '');
  return new Map([...posts].sort(([, one], [, other]) => rank(one) - rank(other)));
}

function Post({
  own: [first, ...others],
  isNow,
  onStep,
}: {
  own: [Holder, ...Holder[]];
  isNow: boolean;
  onStep: (appointing: Appointing) => void;
}) {
  const say = useSay();
  const may = useMay();
  const { hats } = useViewer();
  const mayAppoint =
    isNow && may('appointment.appoint') && hats.some(({ role }) => role === appointerOf(first.role as Role));
  const held = [first, ...others].filter(({ appointmentId }) => appointmentId !== null);
  return (
    <li className="post">
      <div className="post-name">
        <b>{first.postName}</b>
        <Tag>{say(ROLES[first.role as Role])}</Tag>
        {mayAppoint && (
          <Button
            aria-label={`${say(WORDS.appoint)}: ${first.postName}`}
            onClick={() => onStep({ step: 'appoint', holder: first })}
          >
            {say(WORDS.appoint)}
          </Button>
        )}
      </div>
      <div>
        {held.length === 0 && (
          <div className="holder">
            <StateBadge label={WORDS.gap} tone="waiting" />
          </div>
        )}
        {held.map((holder) => (
          <div key={holder.appointmentId} className="holder">
            <Named holder={holder} />
            {holder.isDeputy && (
              <Tag>{say(holder.actingReason ? WORDS.acting : WORDS.deputy, { name: holder.deputyOfName ?? '' })}</Tag>
            )}
            {holder.actingReason && <span className="soft">{holder.actingReason}</span>}
            <span className="soft">
              {say(WORDS.since)} <Time at={holder.validFrom} />
              {holder.validTo && (
                <>
                  {' '}
                  {say(WORDS.until)} <Time at={holder.validTo} />
                </>
              )}
            </span>
            {mayAppoint && (
              <span className="holder-steps">
                {!holder.isDeputy && (
                  <Button
                    kind="bare"
                    aria-label={`${say(WORDS.addDeputy)}: ${holder.personName}`}
                    onClick={() => onStep({ step: 'deputy', holder })}
                  >
                    {say(WORDS.addDeputy)}
                  </Button>
                )}
                <Button
                  kind="bare"
                  aria-label={`${say(WORDS.end)}: ${holder.personName}`}
                  onClick={() => onStep({ step: 'end', holder })}
                >
                  {say(WORDS.end)}
                </Button>
              </span>
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function Named({ holder: { personId, personName } }: { holder: Holder }) {
  const may = useMay();
  if (personId === null || !may('person.read')) return <>{personName}</>;
  return <Go to={`/people/${personId}`}>{personName}</Go>;
}

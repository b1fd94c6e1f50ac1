import { useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { ChoiceField, type FieldProps, StateBadge, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { evacuationLifecycle } from './evacuation.lifecycle.ts';
import type { destinations, doors, list } from './evacuation.views.ts';
import { evacuationHousehold, OUTCOMES } from './evacuation-household.register.ts';

export type Evacuation = OutputOf<typeof list>['items'][number];
export type Door = OutputOf<typeof doors>['items'][number];

const TONES = {
  listed: 'waiting',
  under_way: 'active',
  ended: 'done',
  returning: 'active',
  returned: 'done',
  withdrawn: 'ended',
} as const;
export const EvacuationState = ({ of }: { of: Pick<Evacuation, 'state'> }) => (
  <StateBadge label={evacuationLifecycle.states[of.state]} tone={TONES[of.state]} />
);

const OUTCOME_TONES = {
  pending: 'waiting',
  moved: 'done',
  away: 'done',
  not_home: 'waiting',
  refused: 'active',
} as const;
const HOME: Phrase = { zh: '已返家', en: 'Home' };
export const DoorState = ({ of }: { of: Door }) => (
  <StateBadge
    label={of.state === 'home' ? HOME : labelOf(OUTCOMES, of.outcome)}
    tone={of.state === 'home' ? 'done' : OUTCOME_TONES[of.outcome]}
  />
);

const FIGURES = {
  people: { zh: '应转移', en: 'To move' },
  moved: { zh: '已转移', en: 'Moved' },
  away: { zh: '已自行离开', en: 'Already away' },
  remaining: { zh: '未转移', en: 'Remaining' },
  pending: { zh: '待入户', en: 'Not asked' },
  notHome: { zh: '家中无人', en: 'Not home' },
  refused: { zh: '拒绝', en: 'Refused' },
} as const satisfies Record<string, Phrase>;

/** 应转移、已转移、未转移 in people, with what the last consists of. */
export function ProgressFigures({ of }: { of: Evacuation['progress'] }) {
  const say = useSay();
  const done = of.people === 0 ? 0 : Math.round(((of.moved + of.away) / of.people) * 100);
  return (
    <div className="evacuation-progress">
      <dl>
        {(Object.keys(FIGURES) as (keyof typeof FIGURES)[]).map((key) => (
          <div key={key}>
            <dt>{say(FIGURES[key])}</dt>
            <dd>{of[key]}</dd>
          </div>
        ))}
      </dl>
      <progress max={100} value={Math.min(100, done)} aria-label={say(FIGURES.moved)} />
    </div>
  );
}

const ROOM: Phrase = { zh: '{name}（{open}余位 {vacancy}）', en: '{name} ({open}room for {vacancy})' };
const OPEN: Phrase = { zh: '已开放，', en: 'open, ' };
const NONE: Phrase = { zh: '不安排', en: 'None' };

/** A shelter with its room; nearest with room first. */
export function ShelterField({
  value,
  onChange,
  near,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (id: string | null) => void;
  near?: { readonly lng: number; readonly lat: number } | null | undefined;
}) {
  const say = useSay();
  const [at] = useState(near);
  const view = useView<typeof destinations>('evacuations.destinations', at ? { lng: at.lng, lat: at.lat } : {}, {
    topics: ['shelter', 'shelter_stay'],
  });
  const items = view.data?.items ?? [];
  return (
    <ChoiceField
      {...field}
      value={value ?? ''}
      onChange={(id) => onChange(id || null)}
      choices={[
        { value: '', label: NONE },
        ...items.map((one) => {
          const text = say(ROOM, { name: one.name, open: one.isOpen ? say(OPEN) : '', vacancy: one.vacancy });
          return { value: one.id, label: { zh: text, en: text } };
        }),
      ]}
    />
  );
}

export const doorFields = evacuationHousehold.fields;

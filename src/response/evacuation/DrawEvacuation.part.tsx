import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  InstantField,
  NumberField,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { DistrictMap, PlaceField } from '../../foundation/geo/web.ts';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { withinText } from '../../kernel/within.ts';
import { evacuation } from './evacuation.register.ts';
import { ShelterField } from './evacuation-words.part.tsx';
import type { draw } from './evacuations.commands.ts';

export const DRAW: Phrase = { zh: '组织转移', en: 'Evacuate' };
const WORDS = {
  ground: { zh: '范围', en: 'Ground' },
  circle: { zh: '点周围', en: 'Around a point' },
  outline: { zh: '手绘范围', en: 'Drawn area' },
  centre: { zh: '中心位置', en: 'Middle' },
  radius: { zh: '半径', en: 'Radius' },
  metre: { zh: '米', en: 'm' },
  click: {
    zh: '在地图上依次点出范围的角，至少三点（已点 {count}）',
    en: 'Click the corners on the map, three or more ({count} so far)',
  },
  undo: { zh: '撤回一点', en: 'Undo a corner' },
  corners: { zh: '角点（经度,纬度;…）', en: 'Corners (lng,lat;…)' },
  usual: { zh: '转移避险', en: 'to evacuate' },
} as const satisfies Record<string, Phrase>;
const { fields } = evacuation;
const USUAL_RADIUS = 200;

/** 组织转移: which ground, where to, why residents are looked up; the list follows from the register. */
export function DrawEvacuation({
  incident,
  onDone,
}: {
  incident: { id: string; title: string; placeText: string; place: Point | null };
  onDone: (made?: { id: string }) => void;
}) {
  const say = useSay();
  const map = useDistrictMap();
  const drawing = useCommand<typeof draw>('evacuations.draw');
  const [shape, setShape] = useState<'circle' | 'outline'>('circle');
  const [centre, setCentre] = useState<Point | undefined>(incident.place ?? undefined);
  const [metres, setMetres] = useState<number | null>(USUAL_RADIUS);
  const [corners, setCorners] = useState<readonly Point[]>([]);
  const [words, setWords] = useState({
    title: incident.placeText.slice(0, 100),
    purpose: `${incident.title.slice(0, 100)}${WORDS.usual.zh}`,
    instructions: '',
  });
  const [shelterId, setShelterId] = useState<string | null>(null);
  const [due, setDue] = useState<string>();
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const within =
    shape === 'circle' ? (centre && metres ? withinText({ centre, metres }) : '') : withinText({ corners });
  const submit = async () => {
    const made = await drawing.run({
      incidentId: incident.id,
      within,
      ...words,
      instructions: words.instructions || null,
      shelterId,
      dueAt: due ?? null,
    });
    if (made) onDone(made);
  };
  return (
    <Form onSubmit={() => void submit()} problem={drawing.problem} isWaiting={drawing.isWaiting}>
      <TextField
        label={fields.title.label}
        name="title"
        value={words.title}
        onChange={set('title')}
        maxLength={120}
        isRequired
      />
      <ChoiceField
        label={WORDS.ground}
        name="within"
        value={shape}
        onChange={setShape}
        choices={(['circle', 'outline'] as const).map((value) => ({ value, label: WORDS[value] }))}
        as="buttons"
      />
      {shape === 'circle' ? (
        <>
          <PlaceField label={WORDS.centre} name="centre" value={centre} onChange={setCentre} isRequired />
          <NumberField
            label={WORDS.radius}
            name="metres"
            value={metres}
            onChange={setMetres}
            unit={WORDS.metre}
            min={10}
            max={20_000}
            isRequired
          />
        </>
      ) : (
        <>
          <p className="row">
            {say(WORDS.click, { count: corners.length })}
            <Button disabled={corners.length === 0} onClick={() => setCorners(corners.slice(0, -1))}>
              {say(WORDS.undo)}
            </Button>
          </p>
          <div className="evacuation-map">
            <DistrictMap
              label={say(WORDS.outline)}
              areas={map.data}
              drawn={{ points: corners, isClosed: true }}
              focus={incident.place ?? undefined}
              onPick={(point) => setCorners([...corners, point])}
            />
          </div>
        </>
      )}
      <ShelterField
        label={fields.shelterId.label}
        name="shelterId"
        value={shelterId}
        onChange={setShelterId}
        near={incident.place}
      />
      <InstantField label={fields.dueAt.label} name="dueAt" value={due} onChange={setDue} />
      <TextAreaField
        label={fields.instructions.label}
        name="instructions"
        value={words.instructions}
        onChange={set('instructions')}
        rows={2}
        maxLength={1000}
      />
      <TextField
        label={fields.purpose.label}
        name="purpose"
        value={words.purpose}
        onChange={set('purpose')}
        maxLength={300}
        isRequired
      />
      <FormActions submit={DRAW} isBusy={drawing.isRunning} onCancel={() => onDone()} />
    </Form>
  );
}

import { useEffect, useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { Button, ChoiceField, Form, NumberField, useSay } from '../../design-system/web.ts';
import { PlaceField } from '../PlaceField.part.tsx';
import { type Asked, MOST_METRES, MOST_MINUTES, USUAL_METRES } from './asked.rules.ts';

const WORDS = {
  place: { zh: '中心位置', en: 'Middle' },
  by: { zh: '范围', en: 'How far' },
  metres: { zh: '按距离', en: 'By distance' },
  minutes: { zh: '按道路时间', en: 'By road' },
  distance: { zh: '距离', en: 'Distance' },
  time: { zh: '时间', en: 'Time' },
  metre: { zh: '米', en: 'm' },
  minute: { zh: '分钟', en: 'min' },
  analyse: { zh: '分析', en: 'Look around' },
  draw: { zh: '圈画区域', en: 'Draw an area' },
  drawn: { zh: '完成圈画', en: 'Area done' },
  stop: { zh: '取消圈画', en: 'Stop drawing' },
  corners: { zh: '在地图上逐点点击，已有 {count} 个点', en: 'Click the map point by point: {count} so far' },
} as const satisfies Record<string, Phrase>;

const USUAL_MINUTES = 10;

interface Props {
  readonly asked: Asked | undefined;
  readonly drawing: readonly Point[] | undefined;
  readonly onPlace: (point: Point) => void;
  readonly onDrawing: (corners: readonly Point[] | undefined) => void;
  readonly onDrawn: (corners: readonly Point[]) => void;
  /** As the address has it. */
  readonly onFar: (far: { metres: string | undefined; minutes: string | undefined }) => void;
}

/** Around what and how far; what is chosen stands in the address. */
export function AroundForm({ asked, drawing, onPlace, onDrawing, onDrawn, onFar }: Props) {
  const say = useSay();
  const [by, setBy] = useState<'metres' | 'minutes'>(asked?.minutes === undefined ? 'metres' : 'minutes');
  const [metres, setMetres] = useState<number | null>(asked?.metres ?? USUAL_METRES);
  const [minutes, setMinutes] = useState<number | null>(asked?.minutes ?? USUAL_MINUTES);
  const [place, setPlace] = useState<Point>();
  const { lng, lat } = asked ?? {};
  // A click on the map, or another address, is another place.
  useEffect(() => setPlace(lng === undefined || lat === undefined ? undefined : { lng, lat }), [lng, lat]);
  const submit = () => {
    if (place && (place.lng !== lng || place.lat !== lat)) onPlace(place);
    onFar(
      by === 'metres'
        ? { metres: `${metres ?? 0}`, minutes: undefined }
        : { metres: undefined, minutes: `${minutes ?? 1}` },
    );
  };
  return (
    <Form onSubmit={submit}>
      <PlaceField label={WORDS.place} name="place" value={place} onChange={setPlace} />
      <ChoiceField
        label={WORDS.by}
        name="by"
        as="buttons"
        value={by}
        onChange={setBy}
        choices={[
          { value: 'metres', label: WORDS.metres },
          { value: 'minutes', label: WORDS.minutes },
        ]}
      />
      {by === 'metres' ? (
        <NumberField
          label={WORDS.distance}
          name="metres"
          value={metres}
          onChange={setMetres}
          max={MOST_METRES}
          unit={WORDS.metre}
          isRequired
        />
      ) : (
        <NumberField
          label={WORDS.time}
          name="minutes"
          value={minutes}
          onChange={setMinutes}
          min={1}
          max={MOST_MINUTES}
          unit={WORDS.minute}
          isRequired
        />
      )}
      <div className="row">
        <Button kind="main" type="submit" disabled={!place && !asked}>
          {say(WORDS.analyse)}
        </Button>
        {drawing ? (
          <>
            <Button disabled={drawing.length < 3} onClick={() => onDrawn(drawing)}>
              {say(WORDS.drawn)}
            </Button>
            <Button onClick={() => onDrawing(undefined)}>{say(WORDS.stop)}</Button>
            <span role="status" className="soft">
              {say(WORDS.corners, { count: drawing.length })}
            </span>
          </>
        ) : (
          <Button onClick={() => onDrawing([])}>{say(WORDS.draw)}</Button>
        )}
      </div>
    </Form>
  );
}

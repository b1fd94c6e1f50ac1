import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { MOST_RADIUS, rectangleOf, type Within } from '../../../kernel/within.ts';
import { ChoiceField, Form, FormActions, NumberField, TextField, useSay } from '../../design-system/web.ts';
import { pointFrom } from '../map.rules.ts';

const WORDS = {
  form: { zh: '按坐标划定范围', en: 'Ground by coordinates' },
  shape: { zh: '形状', en: 'Shape' },
  rectangle: { zh: '矩形', en: 'Rectangle' },
  circle: { zh: '圆形', en: 'Circle' },
  corner: { zh: '一角（经度, 纬度）', en: 'A corner (longitude, latitude)' },
  opposite: { zh: '对角（经度, 纬度）', en: 'The opposite corner (longitude, latitude)' },
  centre: { zh: '圆心（经度, 纬度）', en: 'Middle (longitude, latitude)' },
  radius: { zh: '半径', en: 'Radius' },
  metre: { zh: '米', en: 'm' },
  apply: { zh: '划定', en: 'Take this ground' },
  noPoint: {
    zh: '「{field}」读不出坐标：请按 116.19, 39.91 或度分秒填写（CGCS2000）',
    en: '“{field}” is no coordinate: write 116.19, 39.91 or degrees with minutes and seconds (CGCS2000)',
  },
  flat: { zh: '两角的经度或纬度相同，围不成矩形', en: 'The two corners lie on one meridian or parallel: no rectangle' },
  noRadius: { zh: '半径须大于 0 米', en: 'The radius must be above 0 m' },
} as const satisfies Record<string, Phrase>;

const USUAL_RADIUS = 500;

/** Ground without a pointer: two corners, or a middle and a radius. */
export function GroundForm({ onGround }: { onGround: (within: Within) => void }) {
  const say = useSay();
  const [shape, setShape] = useState<'rectangle' | 'circle'>('rectangle');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [metres, setMetres] = useState<number | null>(USUAL_RADIUS);
  const [wrong, setWrong] = useState('');
  const refuse = (field: Phrase) => setWrong(say(WORDS.noPoint, { field: say(field) }));

  const submit = () => {
    const point = pointFrom(first);
    if (!point) return refuse(shape === 'circle' ? WORDS.centre : WORDS.corner);
    if (shape === 'circle') {
      if (!metres) return setWrong(say(WORDS.noRadius));
      setWrong('');
      return onGround({ centre: point, metres });
    }
    const other = pointFrom(second);
    if (!other) return refuse(WORDS.opposite);
    if (point.lng === other.lng || point.lat === other.lat) return setWrong(say(WORDS.flat));
    setWrong('');
    onGround(rectangleOf(point, other));
  };
  return (
    <Form label={say(WORDS.form)} onSubmit={submit}>
      <ChoiceField
        label={WORDS.shape}
        name="shape"
        as="buttons"
        value={shape}
        onChange={setShape}
        choices={[
          { value: 'rectangle', label: WORDS.rectangle },
          { value: 'circle', label: WORDS.circle },
        ]}
      />
      <TextField
        label={shape === 'circle' ? WORDS.centre : WORDS.corner}
        name="first"
        value={first}
        onChange={setFirst}
        maxLength={60}
        placeholder="116.19, 39.91"
        isRequired
      />
      {shape === 'circle' ? (
        <NumberField
          label={WORDS.radius}
          name="metres"
          value={metres}
          onChange={setMetres}
          min={1}
          max={MOST_RADIUS}
          unit={WORDS.metre}
          isRequired
        />
      ) : (
        <TextField
          label={WORDS.opposite}
          name="second"
          value={second}
          onChange={setSecond}
          maxLength={60}
          placeholder="116.20, 39.92"
          isRequired
        />
      )}
      {wrong && (
        <p className="field-problem" role="alert">
          {wrong}
        </p>
      )}
      <FormActions submit={WORDS.apply} />
    </Form>
  );
}

import { useState } from 'react';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { useAreaAt, useDistrictMap } from '../areas/web.ts';
import { Button, Dialog, Field, type FieldProps, PinIcon, useSay } from '../design-system/web.ts';
import { DistrictMap } from './MapFrame.part.tsx';
import { pointFrom, pointText } from './map.rules.ts';

const WORDS = {
  pick: { zh: '在地图上选', en: 'Pick on the map' },
  take: { zh: '确定', en: 'Take this place' },
  hint: { zh: '点击地图选定位置，或输入经纬度', en: 'Click the map, or type longitude and latitude' },
  typed: { zh: '经度, 纬度', en: 'longitude, latitude' },
  unknown: {
    zh: '「{typed}」不是经纬度，如 116.19, 39.91',
    en: '“{typed}” is no longitude and latitude, such as 116.19, 39.91',
  },
  outside: { zh: '区外', en: 'Outside the district' },
} as const satisfies Record<string, Phrase>;

/** A place: typed as «longitude, latitude» or picked on the map; says in which street and community it lies. */
export function PlaceField({
  value,
  onChange,
  ...field
}: FieldProps & { value: Point | undefined; onChange: (point: Point | undefined) => void }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const area = useAreaAt(value);
  const isPlace = typed !== undefined && pointFrom(typed) !== undefined;
  // A place that was picked on the map takes the place of what was typed in vain.
  const shown = value && !isPlace ? undefined : typed;
  const unknown = shown?.trim() && !isPlace ? shown : undefined;
  const hint = value && area.data ? { zh: areaText(area.data, say), en: areaText(area.data, say) } : field.hint;
  return (
    <>
      <Field {...field} hint={hint}>
        {(control) => (
          <div className="with-button">
            <input
              {...control}
              ref={(input) => input?.setCustomValidity(unknown ? say(WORDS.unknown, { typed: unknown }) : '')}
              type="text"
              autoComplete="off"
              placeholder={say(WORDS.typed)}
              disabled={field.isDisabled}
              value={shown ?? (value ? pointText(value) : '')}
              onChange={({ target }) => {
                setTyped(target.value);
                onChange(pointFrom(target.value));
              }}
              // What is no place stays to be seen and is refused by name.
              onBlur={() => setTyped(unknown)}
            />
            <Button onClick={() => setOpen(true)} disabled={field.isDisabled}>
              <PinIcon />
              {say(WORDS.pick)}
            </Button>
          </div>
        )}
      </Field>
      <Dialog title={say(field.label)} isOpen={isOpen} onClose={() => setOpen(false)} size="full">
        <MapPicker
          value={value}
          onTake={(point) => {
            onChange(point);
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function areaText(area: { names: readonly string[]; isOutside: boolean }, say: (phrase: Phrase) => string): string {
  return area.isOutside ? say(WORDS.outside) : area.names.join(' ');
}

/** The map with a place to choose on it, and the same as numbers for those who use keys. */
export function MapPicker({ value, onTake }: { value: Point | undefined; onTake: (point: Point) => void }) {
  const say = useSay();
  const [point, setPoint] = useState(value);
  const [text, setText] = useState(value ? pointText(value) : '');
  const map = useDistrictMap();
  const area = useAreaAt(point);
  const choose = (chosen: Point) => {
    setPoint(chosen);
    setText(pointText(chosen));
  };
  return (
    <div className="map-picker">
      <div className="row">
        <input
          type="text"
          className="map-typed"
          aria-label={say(WORDS.typed)}
          placeholder={say(WORDS.typed)}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setPoint(pointFrom(target.value));
          }}
        />
        <Button kind="main" disabled={!point} onClick={() => point && onTake(point)}>
          {say(WORDS.take)}
        </Button>
        <span role="status" className="soft">
          {point && area.data ? areaText(area.data, say) : say(WORDS.hint)}
        </span>
      </div>
      <DistrictMap label={say(WORDS.pick)} areas={map.data} picked={point} onPick={choose} focus={value} />
    </div>
  );
}

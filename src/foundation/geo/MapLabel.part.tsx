import { PinIcon, ShapeIcon, useSay } from '../design-system/web.ts';
import type { MapPoint, MapShape } from './map-props.ts';

const STEPS: Readonly<Record<Exclude<MapShape, 'corner'>, 1 | 2 | 3 | 4>> = {
  alarm: 1,
  team: 2,
  place: 3,
  incident: 4,
};
const PICKED = { zh: '所选位置', en: 'Chosen place' };

/** The shape stands on the place, its word beside it. */
export function MapLabel({ point }: { point: MapPoint }) {
  const { shape, label, isChosen, onOpen } = point;
  if (shape === 'corner') return <div className="map-corner" role="img" aria-label={label} title={label} />;
  const inside = (
    <>
      <ShapeIcon step={STEPS[shape]} />
      <span>{label}</span>
    </>
  );
  const look = `map-point map-${shape}${isChosen ? ' is-chosen' : ''}`;
  if (!onOpen) return <div className={look}>{inside}</div>;
  return (
    <button
      type="button"
      className={look}
      aria-current={isChosen || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {inside}
    </button>
  );
}

export function PickedLabel() {
  const say = useSay();
  return (
    <div className="map-picked">
      <PinIcon />
      <span className="unseen">{say(PICKED)}</span>
    </div>
  );
}

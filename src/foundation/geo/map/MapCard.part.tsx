import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { CrossIcon, Facts, Go, MarkBadge, Shown, StateBadge, useSay } from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import type { card } from '../map-layers.views.ts';
import { aroundRecord } from '../surroundings/around-address.rules.ts';
import type { LayerJson, MapFeature } from './layer-look.rules.ts';

const WORDS = {
  title: { zh: '所选要素', en: 'What was clicked' },
  close: { zh: '关闭', en: 'Close' },
  open: { zh: '打开记录', en: 'Open the record' },
  around: { zh: '周边分析', en: 'Surroundings' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly features: readonly MapFeature[];
  readonly all: readonly LayerJson[];
  readonly onClose: () => void;
  /** As it stood then; now unless told. */
  readonly moment?: Date | undefined;
}

/** What its list would tell of a record that was clicked; where several lie together, which of them. */
export function MapCard({ features, all, onClose, moment }: Props) {
  const say = useSay();
  const [id, setId] = useState<string>();
  const chosen = features.find((one) => one.id === id) ?? (features[0] as MapFeature);
  return (
    <section className="map-card" aria-label={say(WORDS.title)}>
      <button type="button" className="button-bare map-card-close" aria-label={say(WORDS.close)} onClick={onClose}>
        <CrossIcon />
      </button>
      {features.length > 1 && (
        <ul className="found-list">
          {features.slice(0, 12).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="button-bare"
                aria-current={one.id === chosen.id || undefined}
                onClick={() => setId(one.id)}
              >
                {one.title || '—'}{' '}
                <span className="soft">{say(all.find((layer) => layer.id === one.layer)?.label ?? WORDS.title)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Card
        key={chosen.id}
        moment={moment}
        feature={chosen}
        register={all.find(({ id: name }) => name === chosen.layer)?.register}
      />
    </section>
  );
}

interface CardProps {
  readonly feature: MapFeature;
  readonly register: string | undefined;
  readonly moment: Date | undefined;
}

function Card({ feature: { layer, id }, register, moment }: CardProps) {
  const say = useSay();
  const recordPath = useRecordPath();
  const view = useView<typeof card>(
    'mapLayers.card',
    { layer, id, ...(moment ? { moment: moment.toISOString() } : {}) },
    { topics: register ? [`${register}/${id}`] : [] },
  );
  return (
    <Shown of={view} rows={3}>
      {(told) => {
        const path = recordPath({ plural: told.plural, id });
        return (
          <>
            <h2>{told.title || told.number}</h2>
            <p className="row">
              <span className="soft">{say(told.register)}</span>
              {told.number && <span className="number">{told.number}</span>}
              <StateBadge label={told.state} tone="active" />
              <MarkBadge mark={told.mark} />
            </p>
            <Facts facts={told.facts.map(({ label, value }) => ({ label, value: say(value) }))} />
            <p className="row">
              {path && <Go to={path}>{say(WORDS.open)}</Go>}
              {register && register !== 'layer_feature' && (
                <Go to={aroundRecord({ register, id })}>{say(WORDS.around)}</Go>
              )}
            </p>
          </>
        );
      }}
    </Shown>
  );
}

import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Form,
  InstantField,
  PhotoField,
  Photos,
  Section,
  Shown,
  TextAreaField,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import type { add } from './incident-entries.commands.ts';
import type { list } from './incident-entries.views.ts';
import { incidentEntry } from './incident-entry.register.ts';

const WORDS = {
  add: { zh: '记一笔', en: 'Note it' },
  hint: { zh: '时间空着为现在', en: 'Left empty, the moment is now' },
  none: { zh: '还没有记录', en: 'No note yet' },
  earlier: { zh: '更早的 {count} 条', en: '{count} earlier notes' },
} as const satisfies Record<string, Phrase>;
const { fields: of } = incidentEntry;

/** 现场记录: typed straight on the page, no dialog; the newest stands first. */
export default function IncidentEntries({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const [limit, setLimit] = useState(50);
  const view = useView<typeof list>(
    'incidentEntries.list',
    { incidentId: incident.id, limit },
    { topics: ['incident_entry'], keepsPrevious: true },
  );
  return (
    <Section id="entries" title={INCIDENT_ANCHORS.entries}>
      {may('incident_entry.add') && incident.state !== 'closed' && <AddEntry incidentId={incident.id} />}
      <Shown of={view} rows={3}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <p className="quiet">{say(WORDS.none)}</p>}
            <ol className="entries">
              {items.map((one) => (
                <li key={one.id}>
                  <Time at={one.happenedAt} />
                  <div>
                    {one.text && <p>{one.text}</p>}
                    {one.photos.length > 0 && <Photos ids={one.photos} />}
                    <p className="soft">
                      {one.unitName} {one.personName} · {one.number}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
            {total > items.length && limit < 2000 && (
              <Button isBusy={view.isRefreshing} onClick={() => setLimit(Math.min(2000, limit * 5))}>
                {say(WORDS.earlier, { count: total - items.length })}
              </Button>
            )}
          </>
        )}
      </Shown>
    </Section>
  );
}

function AddEntry({ incidentId }: { incidentId: string }) {
  const say = useSay();
  const adding = useCommand<typeof add>('incidentEntries.add');
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [happenedAt, setHappenedAt] = useState<string>();
  const [isUploading, setUploading] = useState(false);
  const submit = async () => {
    const added = await adding.run({
      incidentId,
      text,
      photos: [...photos],
      ...(happenedAt ? { happenedAt } : {}),
    });
    if (!added) return;
    setText('');
    setPhotos([]);
    setHappenedAt(undefined);
  };
  return (
    <Form onSubmit={() => void submit()} problem={adding.problem} isWaiting={adding.isWaiting}>
      <TextAreaField
        label={of.text.label}
        name="text"
        value={text}
        onChange={setText}
        rows={2}
        maxLength={2000}
        isRequired={photos.length === 0}
      />
      <div className="form-row">
        <InstantField
          label={of.happenedAt.label}
          name="happenedAt"
          value={happenedAt}
          onChange={setHappenedAt}
          hint={WORDS.hint}
        />
        <PhotoField label={of.photos.label} name="photos" value={photos} onChange={setPhotos} onBusy={setUploading} />
      </div>
      <div>
        <Button type="submit" isBusy={adding.isRunning || isUploading}>
          {say(WORDS.add)}
        </Button>
      </div>
    </Form>
  );
}

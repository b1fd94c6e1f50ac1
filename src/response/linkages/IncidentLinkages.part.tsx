import { useView } from '../../foundation/api/web.ts';
import { Section, Shown, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { LinkageRows } from './LinkageRows.part.tsx';
import type { list } from './linkages.views.ts';
import './linkages.css';

const NONE = { zh: '没有发出一键通', en: 'Nothing was sent' };

/** 一键通 of an incident: whom it reached, and how many have been settled. */
export default function IncidentLinkages({ incident }: IncidentPartProps) {
  const say = useSay();
  const view = useView<typeof list>('linkages.list', { matterId: incident.id }, { topics: ['linkage', 'message'] });
  return (
    <Section id="linkages" title={INCIDENT_ANCHORS.linkages}>
      <Shown of={view} rows={2}>
        {({ items }) => (items.length === 0 ? <p className="quiet">{say(NONE)}</p> : <LinkageRows items={items} />)}
      </Shown>
    </Section>
  );
}

import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  CheckField,
  ChoiceField,
  choicesOf,
  Form,
  FormActions,
  NumberField,
  Section,
  TextAreaField,
  TextField,
  useMay,
} from '../../foundation/design-system/web.ts';
import { PlaceField } from '../../foundation/geo/web.ts';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { EXPERT_FIELDS } from '../../preparedness/experts/expert.register.ts';
import { SupplyField, type SupplyItem } from '../../preparedness/supplies/web.ts';
import { TEAM_SPECIALITIES } from '../../preparedness/teams/team.register.ts';
import { VEHICLE_KINDS } from '../../preparedness/vehicles/vehicle.register.ts';
import { Candidates } from './Candidates.part.tsx';
import { SUPPORT_KINDS, SUPPORT_PRIORITIES, type SupportKind, supportRequest } from './support-request.register.ts';
import type { make } from './support-requests.commands.ts';

export const ASK: Phrase = { zh: '申请支援', en: 'Ask for support' };
const WORDS = {
  any: { zh: '不限', en: 'Any' },
  approved: { zh: '同时批准，直接选派', en: 'Approve at once and choose' },
  proposed: { zh: '就近推荐', en: 'Nearest and fit' },
} as const satisfies Record<string, Phrase>;
const { fields } = supportRequest;
const NARROWED = {
  team: { field: fields.speciality, name: 'speciality', options: TEAM_SPECIALITIES },
  vehicle: { field: fields.vehicleKind, name: 'vehicleKind', options: VEHICLE_KINDS },
  expert: { field: fields.expertField, name: 'expertField', options: EXPERT_FIELDS },
} as const;

/** 申请支援: what, how much, where to; what could come is shown while it is asked for. */
export function AskSupport({
  incident,
  onDone,
}: {
  incident: { id: string; title: string; placeText: string; place: Point | null };
  onDone: (made?: { id: string }) => void;
}) {
  const may = useMay();
  const asking = useCommand<typeof make>('supportRequests.make');
  const [kind, setKind] = useState<SupportKind>('team');
  const [narrowed, setNarrowed] = useState<string>();
  const [supply, setSupply] = useState<SupplyItem>();
  const [quantity, setQuantity] = useState<number | null>(null);
  const [content, setContent] = useState('');
  const [urgency, setUrgency] = useState<(typeof SUPPORT_PRIORITIES)[number]['id']>('urgent');
  const [placeText, setPlaceText] = useState(incident.placeText);
  const [place, setPlace] = useState<Point | undefined>(incident.place ?? undefined);
  const mayApprove = may('support_request.dispatch');
  const [isApproved, setApproved] = useState(mayApprove);
  const narrow = kind === 'team' || kind === 'vehicle' || kind === 'expert' ? NARROWED[kind] : undefined;
  const asked = {
    supportKind: kind,
    ...(narrow && narrowed ? { [narrow.name]: narrowed } : {}),
    ...(kind === 'goods' ? { supplyId: supply?.id ?? null } : {}),
    quantity: quantity || null,
  };
  const submit = async () => {
    const made = await asking.run({
      incidentId: incident.id,
      ...asked,
      content,
      priority: urgency,
      place: place ?? null,
      placeText,
      isApproved: mayApprove && isApproved,
    } as never);
    if (made) onDone(made);
  };
  return (
    <Form onSubmit={() => void submit()} problem={asking.problem} isWaiting={asking.isWaiting}>
      <ChoiceField
        label={fields.supportKind.label}
        name="supportKind"
        value={kind}
        onChange={(value) => {
          setKind(value);
          setNarrowed(undefined);
          setQuantity(null);
        }}
        choices={choicesOf(SUPPORT_KINDS)}
        as="buttons"
      />
      {narrow && (
        <ChoiceField
          label={narrow.field.label}
          name={narrow.name}
          value={narrowed ?? ''}
          onChange={(value) => setNarrowed(value || undefined)}
          choices={[{ value: '', label: WORDS.any }, ...choicesOf<string>(narrow.options)]}
        />
      )}
      {kind === 'goods' && (
        <SupplyField label={fields.supplyId.label} name="supplyId" value={supply} onChange={setSupply} isRequired />
      )}
      {kind !== 'expert' && (
        <NumberField
          label={fields.quantity.label}
          name="quantity"
          value={quantity}
          onChange={setQuantity}
          isRequired={kind === 'goods'}
        />
      )}
      <TextAreaField
        label={fields.content.label}
        name="content"
        value={content}
        onChange={setContent}
        rows={2}
        maxLength={500}
        isRequired
      />
      <ChoiceField
        label={fields.priority.label}
        name="priority"
        value={urgency}
        onChange={setUrgency}
        choices={choicesOf(SUPPORT_PRIORITIES)}
        as="buttons"
      />
      <TextField
        label={fields.placeText.label}
        name="placeText"
        value={placeText}
        onChange={setPlaceText}
        maxLength={500}
      />
      <PlaceField label={fields.place.label} name="place" value={place} onChange={setPlace} />
      <Section title={WORDS.proposed}>
        <Candidates incidentId={incident.id} {...asked} place={place ?? null} />
      </Section>
      {mayApprove && (
        <CheckField label={WORDS.approved} name="isApproved" isChecked={isApproved} onChange={setApproved} />
      )}
      <FormActions submit={ASK} isBusy={asking.isRunning} onCancel={() => onDone()} />
    </Form>
  );
}

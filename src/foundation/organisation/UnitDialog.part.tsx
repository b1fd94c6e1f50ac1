import { type ReactNode, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import {
  CheckField,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  go,
  PickField,
  TextField,
  useSay,
} from '../design-system/web.ts';
import { ROLES, type Role } from '../identity/define.ts';
import { PersonFields, useContacts } from './PersonFields.part.tsx';
import type { openPost, register } from './people.commands.ts';
import { post } from './post.register.ts';
import { UNIT_KINDS, unit as unitRegister } from './unit.register.ts';
import type { UnitNode } from './unit-node.part.tsx';
import type { move, open, rename } from './units.commands.ts';

export type UnitStep = 'open' | 'openPost' | 'register' | 'rename' | 'move';

export const TITLES = {
  open: { zh: '设立下级单位', en: 'Open a unit below' },
  openPost: { zh: '设立岗位', en: 'Open a post' },
  register: { zh: '登记人员', en: 'Register a person' },
  rename: { zh: '更名', en: 'Rename' },
  move: { zh: '调整隶属', en: 'Move' },
} as const satisfies Record<UnitStep, Phrase>;

const AREA = { zh: '区域代码', en: 'Area code' };
const AREA_HINT = { zh: '6、9 或 12 位行政区划代码', en: 'District, street or community code: 6, 9 or 12 digits' };
const MOVE_HINT = {
  zh: '下级单位和它们的台账一起调整，权限按新的隶属关系立即生效。',
  en: 'Everything below goes along with all its records; rights follow at once.',
};
const { fields } = unitRegister;
const KINDS = UNIT_KINDS.map(({ id, label }) => ({ value: id, label }));
const ROLE_CHOICES = (Object.keys(ROLES) as Role[]).map((value) => ({ value, label: ROLES[value] }));

interface Props {
  readonly unit: UnitNode;
  readonly units: readonly UnitNode[];
  readonly onClose: () => void;
}

/** What the system administrator does with a unit. */
export function UnitDialog({ step, ...props }: Props & { step: UnitStep | undefined }) {
  const say = useSay();
  if (!step) return null;
  const Body = BODIES[step];
  return (
    <Dialog title={`${say(TITLES[step])} · ${props.unit.shortName}`} isOpen onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

const BODIES: Readonly<Record<UnitStep, (props: Props) => ReactNode>> = {
  open: Open,
  openPost: OpenPost,
  register: Register,
  rename: Rename,
  move: Move,
};

function Open({ unit, onClose }: Props) {
  const opening = useCommand<typeof open>('units.open');
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>();
  const [areaCode, setAreaCode] = useState(unit.areaCode);
  const [isAssumed, setAssumed] = useState(false);
  const send = async () => {
    if (!kind) return;
    const answer = await opening.run({ name, shortName, kind, areaCode, isAssumed, parentId: unit.id });
    if (!answer) return;
    onClose();
    go(`/organisation/${answer.id}`);
  };
  return (
    <Form onSubmit={() => void send()} problem={opening.problem} isWaiting={opening.isWaiting}>
      <TextField
        label={fields.name.label}
        name="name"
        isRequired
        autoFocus
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <TextField
        label={fields.shortName.label}
        name="shortName"
        isRequired
        maxLength={40}
        value={shortName}
        onChange={setShortName}
      />
      <ChoiceField label={fields.kind.label} name="kind" isRequired choices={KINDS} value={kind} onChange={setKind} />
      <TextField
        label={AREA}
        name="areaCode"
        hint={AREA_HINT}
        isRequired
        maxLength={12}
        value={areaCode}
        onChange={setAreaCode}
      />
      <CheckField label={fields.isAssumed.label} name="isAssumed" isChecked={isAssumed} onChange={setAssumed} />
      <FormActions submit={TITLES.open} isBusy={opening.isRunning} onCancel={onClose} />
    </Form>
  );
}

function OpenPost({ unit, onClose }: Props) {
  const opening = useCommand<typeof openPost>('posts.open');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>();
  const send = async () => {
    if (role && (await opening.run({ unitId: unit.id, name, role }))) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={opening.problem} isWaiting={opening.isWaiting}>
      <TextField
        label={post.fields.name.label}
        name="name"
        isRequired
        autoFocus
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <ChoiceField
        label={post.fields.role.label}
        name="role"
        isRequired
        choices={ROLE_CHOICES}
        value={role}
        onChange={setRole}
      />
      <FormActions submit={TITLES.openPost} isBusy={opening.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Register({ unit, onClose }: Props) {
  const registering = useCommand<typeof register>('people.register');
  const contacts = useContacts('');
  const send = async () => {
    const answer = await registering.run({ unitId: unit.id, phone: null, email: null, ...contacts.values });
    if (!answer) return;
    onClose();
    go(`/people/${answer.id}`);
  };
  return (
    <Form onSubmit={() => void send()} problem={registering.problem} isWaiting={registering.isWaiting}>
      <PersonFields {...contacts} />
      <FormActions submit={TITLES.register} isBusy={registering.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Rename({ unit, onClose }: Props) {
  const renaming = useCommand<typeof rename>('units.rename');
  const [name, setName] = useState(unit.name);
  const [shortName, setShortName] = useState(unit.shortName);
  const send = async () => {
    if (await renaming.run({ id: unit.id, name, shortName }, { version: unit.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={renaming.problem} isWaiting={renaming.isWaiting}>
      <TextField
        label={fields.name.label}
        name="name"
        isRequired
        autoFocus
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <TextField
        label={fields.shortName.label}
        name="shortName"
        isRequired
        maxLength={40}
        value={shortName}
        onChange={setShortName}
      />
      <FormActions submit={TITLES.rename} isBusy={renaming.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Move({ unit, units, onClose }: Props) {
  const say = useSay();
  const moving = useCommand<typeof move>('units.move');
  const [parentId, setParent] = useState<string>();
  const items = units
    .filter(({ path, id }) => !path.startsWith(unit.path) && id !== unit.parentId)
    .map(({ id, name, shortName }) => ({ value: id, text: shortName, more: name }));
  const send = async () => {
    if (parentId && (await moving.run({ id: unit.id, parentId }, { version: unit.version }))) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={moving.problem} isWaiting={moving.isWaiting}>
      <p>{say(MOVE_HINT)}</p>
      <PickField
        label={fields.parentId.label}
        name="parentId"
        isRequired
        items={items}
        value={parentId}
        onChange={setParent}
      />
      <FormActions submit={TITLES.move} isBusy={moving.isRunning} onCancel={onClose} />
    </Form>
  );
}

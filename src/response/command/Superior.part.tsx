import { CheckField, ChoiceField, InstantField, TextField } from '../../foundation/design-system/web.ts';
import { COMMAND_AUTHORITIES } from '../incidents/incident.register.ts';
import { activation } from './activation.register.ts';

type Authority = (typeof COMMAND_AUTHORITIES)[number]['id'];
/** What is recorded when the level is the superior's and not our own. */
export interface SuperiorDraft {
  readonly isFollowing: boolean;
  readonly name: string;
  readonly reference: string;
  readonly decidedAt: string | undefined;
  readonly authority: Authority | null;
}
export const NOT_FOLLOWING: SuperiorDraft = {
  isFollowing: false,
  name: '',
  reference: '',
  decidedAt: undefined,
  authority: null,
};

const { superiorName, superiorReference, superiorAt } = activation.fields;
const WORDS = {
  follow: { zh: '跟随上级响应（上级已启动或接管指挥）', en: 'Follow the superior, who activated or took the command' },
  nameHint: { zh: '如 市防汛抗旱指挥部', en: 'such as the city headquarters for floods' },
  authority: { zh: '由谁指挥', en: 'Who commands' },
} as const;
const OURS = { value: 'ours', label: { zh: '仍由本区指挥', en: 'The district still commands' } } as const;

/** 上级指挥: whose decision it is, when it was taken, by which paper, and who commands from now on. */
export function Superior({
  superior,
  onChange,
}: {
  superior: SuperiorDraft;
  onChange: (superior: SuperiorDraft) => void;
}) {
  const set = (change: Partial<SuperiorDraft>) => onChange({ ...superior, ...change });
  return (
    <>
      <CheckField
        label={WORDS.follow}
        isChecked={superior.isFollowing}
        onChange={(isFollowing) => set({ isFollowing })}
      />
      {superior.isFollowing && (
        <div className="form-row">
          <TextField
            label={superiorName.label}
            name="superiorName"
            value={superior.name}
            onChange={(name) => set({ name })}
            hint={WORDS.nameHint}
            maxLength={100}
            isRequired
          />
          <InstantField
            label={superiorAt.label}
            name="decidedAt"
            value={superior.decidedAt}
            onChange={(decidedAt) => set({ decidedAt })}
            isRequired
          />
          <TextField
            label={superiorReference.label}
            name="reference"
            value={superior.reference}
            onChange={(reference) => set({ reference })}
            maxLength={200}
          />
          <ChoiceField
            label={WORDS.authority}
            name="authority"
            choices={[
              OURS,
              ...COMMAND_AUTHORITIES.filter(({ id }) => id !== 'district_committee').map(({ id, label }) => ({
                value: id as string,
                label,
              })),
            ]}
            value={superior.authority ?? OURS.value}
            onChange={(to) => set({ authority: to === OURS.value ? null : (to as Authority) })}
          />
        </div>
      )}
    </>
  );
}

import type { ReadContext } from '../../api/context.ts';
import { ANOTHER, type RowPlan, type RowQuestion, type RowRemark, type SheetRow } from '../../exchange/define.ts';
import type { Role } from '../../identity/define.ts';
import { person } from '../person.register.ts';
import { numbersOf, plainName } from './contact-numbers.rules.ts';
import type { ContactFields } from './contact-sheet.ts';
import { type Namesake, namesakesOf, numberHolders, unitOf } from './people-there.ts';
import { planPost } from './plan-post.ts';

type Row = SheetRow<ContactFields>;

/** What a line of a contact sheet comes to: who it is, which numbers are new, which post they hold. */
export async function planContact(ctx: ReadContext, row: Row): Promise<RowPlan> {
  const faults: RowRemark[] = [];
  const doubts: RowRemark[] = [];
  const { values } = row;
  const name = plainName(values.name);
  const contacts = contactsOf(values, faults, doubts);
  const unit = await unitOf(ctx, values);
  if ('fault' in unit) return { faults: [...faults, { field: 'unit', reason: unit.fault }], steps: [] };
  if (faults.length > 0) return { faults, steps: [] };
  const found = await namesakesOf(ctx, unit.id, name, contacts);
  const decided = await decide(row, found);
  if ('fault' in decided) return { faults: [{ field: 'name', reason: decided.fault }], steps: [] };
  if ('question' in decided) return { question: decided.question, steps: [] };
  const { known } = decided;
  for (const { unitName, name: holder } of await numberHolders(ctx, contacts.phone, known?.id)) {
    const reason = { zh: `与${unitName}${holder}的手机相同`, en: `is the number of ${holder} (${unitName}), too` };
    doubts.push({ field: 'mobile', reason });
  }
  const post = await planPost(ctx, {
    unit,
    title: values.title,
    role: values.role as Role | null,
    personId: known?.id,
  });
  if (post.fault) return { faults: [post.fault], steps: [] };
  doubts.push(...post.doubts);
  const steps = [...personSteps(unit.id, name, contacts, known), ...post.steps];
  return { doubts, steps, ...(known ? { known: known.id } : {}) };
}

export interface Contacts {
  readonly phone?: string | undefined;
  readonly secondPhone?: string | undefined;
  readonly officePhone?: string | undefined;
  readonly email?: string | undefined;
  readonly note?: string | undefined;
}

/** Mobiles and landlines wherever they stand; what there is no place for is said. */
function contactsOf(values: Row['values'], faults: RowRemark[], doubts: RowRemark[]): Contacts {
  const mobile = numbersOf(values.mobile);
  const office = numbersOf(values.officePhone);
  for (const [field, read] of [['mobile', mobile] as const, ['officePhone', office] as const])
    if (read.faults.length > 0) faults.push({ field, reason: joined(read.faults) });
  const mobiles = [...new Set([...mobile.mobiles, ...office.mobiles])];
  const landlines = [...new Set([...office.landlines, ...mobile.landlines])];
  const [phone, secondPhone, ...moreMobiles] = mobiles;
  const [officePhone, ...moreLandlines] = landlines;
  const doubt = phone === undefined ? undefined : person.fields.phone.doubt?.(phone);
  if (doubt) doubts.push({ field: 'mobile', reason: doubt });
  const left = moreMobiles.length + moreLandlines.length;
  if (left > 0) {
    const reason = {
      zh: `号码多于栏目（手机两个、办公电话一个），有 ${left} 个未导入`,
      en: `more numbers than there are fields; ${left} left out`,
    };
    doubts.push({ field: moreLandlines.length > 0 ? 'officePhone' : 'mobile', reason });
  }
  const address = person.fields.email.input.safeParse(values.email);
  if (!address.success)
    faults.push({ field: 'email', reason: { zh: '不是有效的电子邮箱', en: 'is no e-mail address' } });
  return {
    phone,
    secondPhone,
    officePhone,
    email: (address.success && address.data) || undefined,
    note: values.note ?? undefined,
  };
}

const joined = (phrases: readonly { zh: string; en: string }[]) => ({
  zh: phrases.map(({ zh }) => zh).join('；'),
  en: phrases.map(({ en }) => en).join('; '),
});

type Decision = { known: Namesake | undefined } | { question: RowQuestion } | { fault: RowRemark['reason'] };

/** Who is meant. One of the name is that one; several, in the unit or in the file, are asked about. */
async function decide({ answers, alike, row, writtenBy }: Row, found: readonly Namesake[]): Promise<Decision> {
  const { name: answer } = answers;
  if (answer === ANOTHER) return { known: undefined };
  if (answer) {
    const other = /^row:(\d+)$/.exec(answer)?.[1];
    const id = other ? await writtenBy(Number(other)) : answer;
    const known = found.find((one) => one.id === id);
    if (known) return { known };
    return {
      fault: { zh: '所选的同名人员已不在本单位，请重新核对', en: 'the chosen person is no longer there; check again' },
    };
  }
  const earlier = alike.filter((other) => other < row);
  const isClear = found.length <= 1 && (alike.length === 0 || (found.length === 0 && earlier.length === 0));
  if (isClear) return { known: found[0] };
  const choices = [
    ...found.map(({ id, label }) => ({ value: id, label: { zh: label, en: label } })),
    ...earlier.map((other) => ({
      value: `row:${other}`,
      label: { zh: `与第 ${other} 行是同一人`, en: `the same as in row ${other}` },
    })),
    { value: ANOTHER, label: { zh: '另一人，新登记', en: 'somebody else, to be registered' } },
  ];
  return { question: { field: 'name', reason: NAMESAKES, choices } };
}

const NAMESAKES = {
  zh: '本单位或本表中有同名人员，请指明是哪一位',
  en: 'there are several of this name: say who is meant',
};

const KEPT = ['phone', 'secondPhone', 'officePhone', 'email', 'note'] as const;

/** What the sheet does not say is left as it is. */
function personSteps(unitId: string, name: string, contacts: Contacts, known: Namesake | undefined): RowPlan['steps'] {
  const given = Object.fromEntries(KEPT.flatMap((key) => (contacts[key] ? [[key, contacts[key]]] : [])));
  if (!known) return [{ command: 'people.register', as: 'person', input: () => ({ unitId, name, ...given }) }];
  const changed = Object.fromEntries(Object.entries(given).filter(([key]) => !known.same.includes(key)));
  if (Object.keys(changed).length === 0) return [];
  return [{ command: 'people.correct', input: () => ({ id: known.id, name, ...changed }) }];
}

import { createContext, type ReactNode, type SubmitEvent, useContext, useId, useRef, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ApiProblem } from '../api/web.ts';
import { Button } from './Button.part.tsx';
import { useSay } from './language.ts';

const WORDS = {
  required: { zh: '必须填写', en: 'is required' },
  invalid: { zh: '填写有误', en: 'is not valid' },
  figure: { zh: '须为整数，如 3', en: 'must be a whole number, such as 3' },
  waiting: {
    zh: '尚未送达，正在重试；不会重复提交',
    en: 'Not delivered yet; trying again. It will be done once only',
  },
  cancel: { zh: '取消', en: 'Cancel' },
} as const satisfies Record<string, Phrase>;

interface FormState {
  readonly problem: ApiProblem | undefined;
  readonly missing: Readonly<Record<string, Phrase>>;
}

const FormContext = createContext<FormState>({ problem: undefined, missing: {} });

/** What is wrong with a field, by its name in the words of the API; from this form's check or from the server. */
export function useFieldProblem(name: string | undefined): Phrase | undefined {
  const { problem, missing } = useContext(FormContext);
  if (!name) return undefined;
  return missing[name] ?? problem?.details.find(({ field }) => field === name)?.message ?? own(problem, name);
}

const own = (problem: ApiProblem | undefined, name: string) =>
  problem?.field === name && problem.details.length === 0 ? problem.phrase : undefined;

function faultOf({ validity, inputMode, validationMessage }: HTMLInputElement): Phrase {
  // The field's own words, in the language of this screen.
  if (validity.customError) return { zh: validationMessage, en: validationMessage };
  if (validity.valueMissing) return WORDS.required;
  return inputMode === 'numeric' ? WORDS.figure : WORDS.invalid;
}

/** Enter goes on to the next field, Ctrl Enter submits; what is missing is marked and gets the focus. */
export function Form({
  onSubmit,
  problem,
  isWaiting = false,
  children,
  label,
}: {
  onSubmit: () => void;
  /** Of the command it sends: `close.problem`. */
  problem?: ApiProblem | undefined;
  /** Of the command it sends: not delivered yet, being tried again. */
  isWaiting?: boolean;
  children: ReactNode;
  label?: string;
}) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Readonly<Record<string, Phrase>>>({});

  const submit = (event: SubmitEvent | { preventDefault(): void }) => {
    event.preventDefault();
    const wrong = [...(form.current?.elements ?? [])].filter(
      (element): element is HTMLInputElement => element instanceof HTMLElement && element.matches('[name]:invalid'),
    );
    setMissing(Object.fromEntries(wrong.map((field) => [field.name, faultOf(field)])));
    if (wrong[0]) wrong[0].focus();
    else onSubmit();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.current?.requestSubmit();
    } else if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
      const fields = [...(form.current?.elements ?? [])].filter(isField);
      const next = fields[fields.indexOf(event.target) + 1];
      // The last field submits, as a single line does everywhere.
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <form ref={form} className="form" noValidate onSubmit={submit} onKeyDown={onKeyDown} aria-label={label}>
      <FormContext value={{ problem, missing }}>{children}</FormContext>
      {isWaiting && (
        <p className="stale-note" role="status">
          {say(WORDS.waiting)}
        </p>
      )}
      {problem && (
        <div className="problem" role="alert">
          {say(problem.phrase)}
        </div>
      )}
    </form>
  );
}

const isField = (element: Element): element is HTMLElement =>
  element.matches('input:not([type=checkbox], [type=radio], [type=file]), select, textarea') &&
  !element.matches(':disabled');

/** The foot of a form: the one thing to do, and the way back. */
export function FormActions({
  submit,
  isBusy = false,
  onCancel,
  children,
}: {
  submit: Phrase;
  isBusy?: boolean;
  onCancel?: () => void;
  children?: ReactNode;
}) {
  const say = useSay();
  return (
    <div className="form-actions">
      <Button kind="main" type="submit" isBusy={isBusy} title="Ctrl Enter">
        {say(submit)}
      </Button>
      {children}
      {onCancel && <Button onClick={onCancel}>{say(WORDS.cancel)}</Button>}
    </div>
  );
}

export interface FieldProps {
  readonly label: Phrase;
  /** Name of the input field in the API: its problems are shown here. */
  readonly name?: string;
  readonly hint?: Phrase | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

/** What every field has around its control: label, hint, problem, tied together for those who hear the page. */
export function Field({
  label,
  name,
  hint,
  isRequired = false,
  isGroup = false,
  children,
}: FieldProps & {
  /** Several controls under one label: photos, radio buttons. */
  isGroup?: boolean;
  children: (control: {
    id: string;
    name: string | undefined;
    required: boolean;
    'aria-invalid': boolean | undefined;
    'aria-describedby': string | undefined;
  }) => ReactNode;
}) {
  const say = useSay();
  const id = useId();
  const problem = useFieldProblem(name);
  const isDescribed = problem !== undefined || hint !== undefined;
  const words = (
    <>
      {say(label)}
      {isRequired && (
        <b className="required" aria-hidden="true">
          *
        </b>
      )}
    </>
  );
  const inside = (
    <>
      {children({
        id,
        name,
        required: isRequired,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': isDescribed ? `${id}-about` : undefined,
      })}
      {isDescribed && (
        <p id={`${id}-about`} className={problem ? 'field-problem' : 'field-hint'}>
          {problem ? say(problem) : hint && say(hint)}
        </p>
      )}
    </>
  );
  if (isGroup) {
    return (
      <fieldset className="field">
        <legend>{words}</legend>
        {inside}
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      {inside}
    </div>
  );
}

/* The browser door of the design system: everything a screen draws with. Screens import no component library. */
import './look/tokens.css';
import './look/base.css';
import './look/parts.css';
import './look/floats.css';
import './look/forms.css';
import './look/pages.css';
import './look/paper.css';
import './look/print.css';

export { type Action, ActionBar } from './ActionBar.part.tsx';
export { Go, type GoOptions, go, type Search, setBase, useParams, usePath, useSearch } from './address.tsx';
export {
  GradeBadge,
  type IncidentGrade,
  LevelBadge,
  MarkBadge,
  MarkBand,
  type ResponseLevel,
  RiskBadge,
  type RiskGrade,
  StateBadge,
  Tag,
  UrgencyTag,
  WarningBadge,
  type WarningColour,
} from './Badges.part.tsx';
export { Button } from './Button.part.tsx';
export {
  CommandPalette,
  openPalette,
  type PaletteEntry,
  type PaletteFindProps,
  usePaletteEntries,
} from './CommandPalette.part.tsx';
export { CountsField } from './CountsField.part.tsx';
export { useCalm } from './calm.ts';
export * from './contribution.ts';
export { DataList, saveText } from './DataList.part.tsx';
export { DayField } from './DayField.part.tsx';
export { Dialog } from './Dialog.part.tsx';
export { countdownText, elapsedText, roughDuration } from './durations.rules.ts';
export {
  CheckField,
  ChoiceField,
  type ChoiceItem,
  choicesOf,
  InstantField,
  instantText,
  NumberField,
  PhoneField,
  TextAreaField,
  TextField,
} from './Fields.part.tsx';
export { FileChoice } from './FileChoice.part.tsx';
export { Field, type FieldProps, Form, FormActions, useFieldProblem } from './Form.part.tsx';
export * from './icons.tsx';
export { type KeyBinding, useKeys } from './keys.ts';
export type { Filter, SheetLink } from './ListTools.part.tsx';
export { type Say, setLanguage, useLanguage, useSay } from './language.ts';
export { type Column, showColumns, shownColumns } from './list-columns.ts';
export { MenuButton, type MenuItem } from './MenuButton.part.tsx';
export { useNow } from './now.ts';
export { PhotoField, Photos } from './PhotoField.part.tsx';
export { PickField, type PickItem } from './PickField.part.tsx';
export { usePageTitle } from './page-title.ts';
export { Facts, Page, RecordPage, Section } from './RecordPage.part.tsx';
export { ScreenOutlet, screenAt } from './ScreenOutlet.part.tsx';
export { Empty, type EmptyWords, Fence, Notice, Refusal, Shown, Skeleton, StaleNote } from './States.part.tsx';
export { saveAnswer } from './save-answer.part.tsx';
export { TableHead } from './TableHead.part.tsx';
export { Countdown, Elapsed, LateBadge, Time } from './Time.part.tsx';
export { type TimelineEntry, TimelineList } from './TimelineList.part.tsx';
export { Toasts, toast } from './Toasts.part.tsx';
export { type Density, setDensity, setTheme, type Theme, useDensity, useTheme } from './theme.ts';
export { type Sending, SendingNote, Thumbnail, useUploads } from './uploads.part.tsx';
export {
  Contributions,
  lazyOf,
  useContributions,
  useMay,
  useWorkplace,
  type Workplace,
  WorkplaceProvider,
} from './workplace.tsx';

import { choice, choices } from './choice.part.tsx';
import { counts } from './counts.part.tsx';
import type { FieldFace } from './face.part.tsx';
import { files, photos } from './files.part.tsx';
import { named, severalNamed } from './named.part.tsx';
import { boolean, decimal, duration, whole } from './number.part.tsx';
import { email, identityNumber, phone } from './personal.part.tsx';
import { area, line, place } from './place.part.tsx';
import { reference } from './reference.part.tsx';
import { list, personalText, text } from './text.part.tsx';
import { day, instant } from './time.part.tsx';

/** The browser's faces by type of field. A new type adds its file and its line. */
export const FACES: Readonly<Record<string, FieldFace>> = {
  text,
  code: text,
  creditCode: text,
  casNumber: text,
  list,
  named,
  severalNamed,
  personalText,
  phone,
  email,
  identityNumber,
  personName: identityNumber,
  whole,
  decimal,
  money: decimal,
  quantity: decimal,
  duration,
  boolean,
  choice,
  choices,
  counts,
  day,
  instant,
  place,
  line,
  area,
  reference,
  person: reference,
  unit: reference,
  photos,
  files,
};

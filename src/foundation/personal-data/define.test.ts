import { describe, expect, it } from 'vitest';
import { defineRegister } from '../registers/define.ts';
import { personalText, text } from '../registers/types/text.type.ts';
import { contactsOf, faultsOfProcessing, type Processing } from './define.ts';

const label = { zh: '甲', en: 'A' };
const register = (processing?: Processing) =>
  defineRegister('stay', {
    plural: 'stays',
    label,
    fields: { name: personalText({ label, class: 'narrative' }), note: text({ label }) },
    ...(processing ? { processing } : {}),
    title: 'note',
    list: ['note'],
  });

describe('a register with data of persons', () => {
  it('says whose, why, on what ground and until when, or the platform does not start', () => {
    expect(faultsOfProcessing(register())[0]).toMatch(/^stay: name hold data of persons without a purpose/);
    expect(faultsOfProcessing(register(contactsOf('stay')))).toEqual([]);
    const { ended: _ended, ...endless } = contactsOf('stay');
    expect(faultsOfProcessing(register(endless))[0]).toMatch(/when the purpose is fulfilled/);
  });

  it('says nothing where there is nothing personal', () => {
    const { fields, ...rest } = register();
    const plain = { ...rest, fields: { note: fields.note } };
    expect(faultsOfProcessing(plain)).toEqual([]);
    expect(faultsOfProcessing({ ...plain, processing: contactsOf('stay') })).toHaveLength(1);
  });
});

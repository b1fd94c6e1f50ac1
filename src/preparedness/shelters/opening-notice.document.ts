import { defineDocumentKind } from '../../foundation/official-documents/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { problem } from '../../kernel/problems.ts';
import { publicFactsOf } from './capacity.views.ts';
import { draftNotice, signNotice } from './opening-notice.permissions.ts';
import { shelter } from './shelter.register.ts';
import { FACILITIES, SHELTER_CLASSES } from './shelter-standards.rules.ts';

const NOT_OPEN = { zh: '该避难场所未开放，先办理「开放」', en: 'The shelter is not open; open it first' };

/**
 * 避难场所开放公告: where it is and how to get there (自然灾害救助条例 第11条). Its keeper is a person and stays unnamed: whoever
 * reads it turns to the unit on the spot.
 */
export const openingNotice = defineDocumentKind('shelter_opening', {
  label: { zh: '避难场所开放公告', en: 'Notice of an open shelter' },
  subject: shelter,
  draft: draftNotice,
  sign: signNotice,
  async compose(ctx, row) {
    if (row.state !== 'open' && row.state !== 'full') throw problem('state.guard', { reason: NOT_OPEN });
    const { people, unitName } = await publicFactsOf(ctx, row.id);
    const facilities = row.facilities.map((one) => labelOf(FACILITIES, one).zh).join('、');
    const facts: [string, string | null][] = [
      ['名称', row.name],
      ['具体地址', row.address],
      ['类型', labelOf(SHELTER_CLASSES, row.durationClass).zh],
      ['可容纳人数', `${people} 人`],
      ['设施', facilities],
    ];
    return {
      title: `关于开放${row.name}的公告`,
      body: [
        {
          kind: 'paragraph',
          text: `因${row.openedFor ?? '应急避险需要'}，依据《自然灾害救助条例》第十一条，现开放应急避难场所，公告如下。`,
        },
        { kind: 'heading', level: 1, text: '开放场所' },
        {
          kind: 'table',
          columns: ['事项', '内容'],
          rows: facts.filter(([, value]) => value).map(([name, value]) => [name, value ?? '']),
        },
        { kind: 'heading', level: 1, text: '到达路径' },
        { kind: 'paragraph', text: row.routes ?? '（请填写由主要居住区到达的路径）' },
        { kind: 'heading', level: 1, text: '现场联系' },
        {
          kind: 'paragraph',
          text: `场所由${unitName}管理。请群众听从现场工作人员引导，携带必要药品和身份证件，有序前往。`,
        },
      ],
      copiedTo: [unitName].filter(Boolean),
    };
  },
});

import { crc32, deflateSync } from 'node:zlib';
import type { OfficialPaper } from './define.ts';

/** A PNG of plain colour stripes, made here so that no picture lies in the repository. */
export function stripedPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x60);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunk(kind: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(content.length + 8);
  whole.writeUInt32BE(data.length, 0);
  content.copy(whole, 4);
  whole.writeUInt32BE(crc32(content), content.length + 4);
  return whole;
}

/** A situation report with everything a paper can have. Names and numbers are invented. */
export function samplePaper(changes: Partial<OfficialPaper> = {}): OfficialPaper {
  return {
    mark: 'real',
    redHeader: '石景山区应急指挥中心值班信息',
    number: '〔2026〕第12期',
    classification: '内部',
    urgency: '特急',
    issuer: '王立民',
    title: '关于古城街道古城南路施工破坏燃气管线发生泄漏的报告（初报）',
    addressee: '区委、区政府总值班室',
    body: [
      { kind: 'heading', level: 1, text: '基本情况' },
      { kind: 'paragraph', text: SENTENCES.slice(0, 2).join('') },
      { kind: 'heading', level: 1, text: '人员伤亡及损失' },
      { kind: 'paragraph', text: SENTENCES[2] ?? '' },
      {
        kind: 'table',
        columns: ['项目', '数量', '状态', '备注'],
        rows: [
          ['死亡', '0人', '已核实', ''],
          ['疏散群众', '186人', '初步', '临时安置于古城社区活动中心，由街道负责饮水和秩序维护'],
        ],
        widths: [2, 1, 1, 4],
      },
      { kind: 'heading', level: 1, text: '处置进展' },
      { kind: 'heading', level: 2, text: '现场处置' },
      { kind: 'paragraph', text: SENTENCES[3] ?? '' },
      { kind: 'heading', level: 2, text: '监测情况' },
      { kind: 'heading', level: 3, text: '气体浓度' },
      { kind: 'paragraph', text: SENTENCES[4] ?? '' },
      { kind: 'figure', png: stripedPng(320, 120), caption: '图1 现场位置示意' },
      { kind: 'heading', level: 1, text: '下一步工作' },
      { kind: 'paragraph', text: `${SENTENCES[5]}\n${SENTENCES[6]}` },
    ],
    signedBy: '石景山区应急指挥中心',
    signedAt: new Date('2026-06-11T02:58:00Z'),
    sentTo: ['北京市应急管理局值班室', '区委办公室'],
    copiedTo: [
      '区城市管理委',
      '石景山公安分局',
      '区消防救援支队',
      '区卫生健康委',
      '古城街道办事处',
      '燃气集团第三分公司',
    ],
    dutyPhone: '010-00000000',
    handler: '李明',
    printedAt: new Date('2026-06-11T16:30:00Z'),
    ...changes,
  };
}

export const SENTENCES = [
  '2026年6月11日10时38分，区应急指挥中心接12345市民热线转报：古城南路与八角西街交叉口东南侧某施工工地，挖掘机作业时挖断DN200中压燃气管线，现场有明显燃气气味，无明火。',
  '经核实，事发地点位于社区居民楼南侧约30米，周边有小学1所、居民楼6栋。',
  '截至10时55分，未接到人员伤亡报告（初步）。',
  '10时47分，燃气公司关闭上游阀门；10时52分，公安交管部门对古城南路（八角西街至古城大街段）实施双向断路。',
  '现场可燃气体浓度最高为爆炸下限的18%（LEL），目前已降至3%。',
  '一是继续监测可燃气体浓度，未降至安全范围前不得解除警戒；二是组织抢修，预计18时前恢复供气；三是查明施工单位是否办理地下管线查询手续。',
  '后续情况将及时续报。',
];

/** Everything at once that people, or somebody who means harm, may type into a record. */
export const HOSTILE = {
  hidden: '甲\u0000乙\u0008丙\u001b丁\u202e戊\u2066己\u200b庚\ufeff辛\ud800壬\ufffe癸\u{e0041}子',
  shown: '甲乙丙丁戊己庚辛壬癸子',
  markup: '</w:t></w:p><script>alert(1)</script> ]]> &amp; {PAGE} {{x}} \\field <b>',
  emoji: '现场😀🚒👨‍👩‍👧‍👦情况',
  rightToLeft: 'עברית مرحبا',
} as const;

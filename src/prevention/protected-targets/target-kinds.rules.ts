import { choice, YES_OR_NO } from '../../foundation/registers/types/choice.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const TARGET_KINDS = [
  { id: 'school', label: { zh: '学校', en: 'School' } },
  { id: 'hospital', label: { zh: '医院', en: 'Hospital' } },
  { id: 'care_home', label: { zh: '养老机构', en: 'Care home' } },
  { id: 'crowded_place', label: { zh: '人员密集场所', en: 'Crowded place' } },
  { id: 'tall_building', label: { zh: '高层建筑', en: 'Tall building' } },
  { id: 'underground_space', label: { zh: '地下空间', en: 'Underground space' } },
] as const;

const SCHOOL_STAGES = [
  { id: 'nursery', label: { zh: '幼儿园', en: 'Nursery' } },
  { id: 'primary', label: { zh: '小学', en: 'Primary' } },
  { id: 'secondary', label: { zh: '中学', en: 'Secondary' } },
  { id: 'nine_year', label: { zh: '九年一贯制', en: 'Nine-year' } },
  { id: 'vocational', label: { zh: '职业学校', en: 'Vocational' } },
  { id: 'university', label: { zh: '高等学校', en: 'University' } },
  { id: 'special', label: { zh: '特殊教育', en: 'Special' } },
] as const;

/** 医院级别 (医院分级管理办法). */
const HOSPITAL_GRADES = [
  { id: 'tertiary', label: { zh: '三级', en: 'Tertiary' } },
  { id: 'secondary', label: { zh: '二级', en: 'Secondary' } },
  { id: 'primary', label: { zh: '一级', en: 'Primary' } },
  { id: 'ungraded', label: { zh: '未定级', en: 'Ungraded' } },
] as const;

/** 人员密集场所 (消防法 第73条第四项). */
const CROWDED_PLACES = [
  { id: 'market', label: { zh: '商场、市场', en: 'Market' } },
  { id: 'hotel', label: { zh: '宾馆、饭店', en: 'Hotel or restaurant' } },
  { id: 'entertainment', label: { zh: '公共娱乐场所', en: 'Entertainment' } },
  { id: 'stadium', label: { zh: '体育场馆、会堂', en: 'Stadium or hall' } },
  { id: 'library', label: { zh: '图书馆、展览馆', en: 'Library or museum' } },
  { id: 'station', label: { zh: '客运车站、地铁站', en: 'Station' } },
  { id: 'scenic', label: { zh: '旅游、宗教活动场所', en: 'Scenic or religious' } },
  { id: 'workshop', label: { zh: '劳动密集型企业', en: 'Workshop of many hands' } },
] as const;

/** 高层民用建筑分类 (GB 50016-2014, 5.1.1). */
const TALL_CLASSES = [
  { id: 'first', label: { zh: '一类高层', en: 'First class' } },
  { id: 'second', label: { zh: '二类高层', en: 'Second class' } },
] as const;

const UNDERGROUND_USES = [
  { id: 'garage', label: { zh: '地下车库', en: 'Garage' } },
  { id: 'commerce', label: { zh: '地下商业', en: 'Commerce' } },
  { id: 'civil_defence', label: { zh: '人防工程', en: 'Civil defence works' } },
  { id: 'dwelling', label: { zh: '住人地下室', en: 'Inhabited basement' } },
  { id: 'plant', label: { zh: '设备用房（配电、热力）', en: 'Plant room' } },
  { id: 'passage', label: { zh: '地下通道', en: 'Passage' } },
] as const;

const count = (zh: string, en: string, unit: { zh: string; en: string }) =>
  whole({ label: { zh, en }, unit, max: 1_000_000 });
const people = (zh: string, en: string) => count(zh, en, { zh: '人', en: 'persons' });
const beds = (zh: string, en: string) => count(zh, en, { zh: '张', en: 'beds' });
const pieces = (zh: string, en: string) => count(zh, en, { zh: '个', en: '' });
const yes = (zh: string, en: string) => choice({ label: { zh, en }, options: YES_OR_NO });

/** Fields that only one kind has. */
export const KIND_FIELDS = {
  schoolStage: choice({ label: { zh: '学段', en: 'Stage' }, options: SCHOOL_STAGES }),
  pupils: people('学生人数', 'Pupils'),
  boarders: people('住宿人数', 'Boarders'),
  hospitalGrade: choice({ label: { zh: '医院级别', en: 'Grade' }, options: HOSPITAL_GRADES }),
  hospitalBeds: beds('床位', 'Beds'),
  intensiveCareBeds: beds('重症床位', 'Intensive care beds'),
  hasEmergencyRoom: yes('设急诊', 'Emergency room'),
  hasBackupPower: yes('有备用电源', 'Backup power'),
  careBeds: beds('养老床位', 'Beds of care'),
  dependentResidents: people('失能、半失能人数', 'Dependent residents'),
  nightStaff: people('夜间值守人数', 'Staff at night'),
  crowdedPlaceKind: choice({ label: { zh: '场所类型', en: 'Kind of place' }, options: CROWDED_PLACES }),
  dailyVisitors: people('日均客流', 'Visitors a day'),
  openingHours: text({ label: { zh: '营业时间', en: 'Opening hours' }, max: 60 }),
  tallClass: choice({ label: { zh: '高层分类', en: 'Class' }, options: TALL_CLASSES }),
  tallHeight: decimal({ label: { zh: '建筑高度', en: 'Height' }, unit: { zh: 'm', en: 'm' }, min: 24, max: 1000 }),
  refugeFloors: text({ label: { zh: '避难层', en: 'Refuge floors' }, max: 60 }),
  fireLifts: pieces('消防电梯', 'Fire lifts'),
  undergroundUse: choice({ label: { zh: '地下空间用途', en: 'Use' }, options: UNDERGROUND_USES }),
  undergroundDepth: decimal({ label: { zh: '埋深', en: 'Depth' }, unit: { zh: 'm', en: 'm' }, max: 200 }),
  exits: pieces('安全出口', 'Exits'),
  hasFloodBarrier: yes('有挡水设施', 'Flood barrier'),
  drainagePumps: pieces('排水泵', 'Drainage pumps'),
} as const;

const of = <const Field extends keyof typeof KIND_FIELDS>(
  kind: (typeof TARGET_KINDS)[number],
  fields: readonly Field[],
) => ({ title: kind.label, fields, when: { field: 'targetKind' as const, in: [kind.id] } });

const [SCHOOL, HOSPITAL, CARE_HOME, CROWDED_PLACE, TALL_BUILDING, UNDERGROUND_SPACE] = TARGET_KINDS;

/** A heading of each kind with what is asked of it alone. */
export const KIND_SECTIONS = [
  of(SCHOOL, ['schoolStage', 'pupils', 'boarders']),
  of(HOSPITAL, ['hospitalGrade', 'hospitalBeds', 'intensiveCareBeds', 'hasEmergencyRoom', 'hasBackupPower']),
  of(CARE_HOME, ['careBeds', 'dependentResidents', 'nightStaff']),
  of(CROWDED_PLACE, ['crowdedPlaceKind', 'dailyVisitors', 'openingHours']),
  of(TALL_BUILDING, ['tallClass', 'tallHeight', 'refugeFloors', 'fireLifts']),
  of(UNDERGROUND_SPACE, ['undergroundUse', 'undergroundDepth', 'exits', 'hasFloodBarrier', 'drainagePumps']),
];

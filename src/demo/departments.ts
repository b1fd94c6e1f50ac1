/**
 * The X of 1+21+9+X: departments, utilities, enterprises and teams. Departments carry their common generic names, the
 * rest is typical for a district and assumed; no row describes a real unit's duties.
 * [key, full name, short name]
 */
export type NamedUnit = readonly [key: string, name: string, shortName: string];

export const DEPARTMENTS: readonly NamedUnit[] = [
  ['dept-emergency', '石景山区应急管理局', '区应急局'],
  ['dept-housing', '石景山区住房和城市建设委员会', '区住建委'],
  ['dept-urban', '石景山区城市管理委员会', '区城管委'],
  ['dept-police', '公安石景山分局', '公安分局'],
  ['dept-traffic-police', '石景山交通支队', '交通支队'],
  ['dept-fire', '石景山区消防救援支队', '消防救援支队'],
  ['dept-health', '石景山区卫生健康委员会', '区卫健委'],
  ['dept-civil-affairs', '石景山区民政局', '区民政局'],
  ['dept-reform', '石景山区发展和改革委员会', '区发改委'],
  ['dept-commerce', '石景山区商务局', '区商务局'],
  ['dept-industry', '石景山区经济和信息化局', '区经信局'],
  ['dept-publicity', '石景山区委宣传部', '区委宣传部'],
  ['dept-water', '石景山区水务局', '区水务局'],
  ['dept-forest', '石景山区园林绿化局', '区园林绿化局'],
  ['dept-environment', '石景山区生态环境局', '区生态环境局'],
  ['dept-committee-office', '石景山区委办公室', '区委办'],
  ['dept-government-office', '石景山区人民政府办公室', '区政府办'],
  ['dept-education', '石景山区教育委员会', '区教委'],
  ['dept-science', '石景山区科学技术委员会', '区科委'],
  ['dept-justice', '石景山区司法局', '区司法局'],
  ['dept-finance', '石景山区财政局', '区财政局'],
  ['dept-human-resources', '石景山区人力资源和社会保障局', '区人社局'],
  ['dept-planning', '石景山规划和自然资源分局', '规自分局'],
  ['dept-transport', '石景山区交通运输管理分局', '区交通局'],
  ['dept-culture', '石景山区文化和旅游局', '区文旅局'],
  ['dept-market', '石景山区市场监督管理局', '区市场监管局'],
  ['dept-state-assets', '石景山区国有资产监督管理委员会', '区国资委'],
  ['dept-sports', '石景山区体育局', '区体育局'],
  ['dept-civil-defence', '石景山区国防动员办公室', '区国动办'],
  ['dept-statistics', '石景山区统计局', '区统计局'],
  ['dept-letters', '石景山区信访办公室', '区信访办'],
  ['dept-city-enforcement', '石景山区城市管理综合行政执法局', '区城管执法局'],
  ['dept-veterans', '石景山区退役军人事务局', '区退役军人局'],
  ['dept-foreign', '石景山区人民政府外事办公室', '区外办'],
  ['dept-weather', '石景山区气象局', '区气象局'],
  ['dept-armed-forces', '石景山区人民武装部', '区人武部'],
  ['dept-red-cross', '石景山区红十字会', '区红十字会'],
  ['dept-disease-control', '石景山区疾病预防控制中心', '区疾控中心'],
  ['dept-data', '石景山区政务服务和数据管理局', '区政务数据局'],
  ['dept-park', '中关村石景山园管理委员会', '石景山园管委会'],
];

export const UTILITIES: readonly NamedUnit[] = [
  ['utility-gas', '燃气集团石景山所', '燃气石景山所'],
  ['utility-power', '石景山供电公司', '供电公司'],
  ['utility-water', '自来水集团石景山营业所', '自来水石景山所'],
  ['utility-drainage', '排水集团石景山运营所', '排水石景山所'],
  ['utility-heat', '热力集团石景山分公司', '热力石景山分公司'],
  ['utility-telecom', '电信石景山分公司（示例）', '通信运营商甲'],
  ['utility-mobile', '移动石景山分公司（示例）', '通信运营商乙'],
  ['utility-unicom', '联通石景山分公司（示例）', '通信运营商丙'],
  ['utility-metro', '地铁运营公司1号线区段', '地铁1号线'],
  ['utility-bus', '公交集团石景山客运分公司', '公交石景山分公司'],
  ['utility-broadcast', '歌华石景山分公司（示例）', '有线电视'],
];

export const ENTERPRISES: readonly NamedUnit[] = [
  ['enterprise-builder', '西山地下管线工程有限公司（示例）', '西山管线工程'],
  ['enterprise-site', '八角西街管线改造工程项目部（示例）', '八角西街项目部'],
  ['enterprise-park', '老厂区更新运营有限公司（示例）', '老厂区运营公司'],
  ['enterprise-chemicals', '西山气体经营有限公司（示例）', '西山气体'],
  ['enterprise-mall', '古城商业中心管理有限公司（示例）', '古城商业中心'],
  ['enterprise-heat-plant', '城西热源厂（示例）', '城西热源厂'],
  ['enterprise-property', '永定物业服务有限公司（示例）', '永定物业'],
  ['enterprise-reservoir', '南马场水库管理所', '南马场水库'],
];

/** [key, full name, short name, whose team it is, members without the leader] */
export const TEAMS: readonly (readonly [...NamedUnit, parentKey: string, members: number])[] = [
  ['team-comprehensive', '石景山区综合应急救援队', '区综合应急救援队', 'dept-emergency', 39],
  ['team-forest-fire', '石景山区森林消防综合应急救援队', '森林消防队', 'dept-emergency', 49],
  ['team-gas-repair', '燃气抢修队', '燃气抢修队', 'utility-gas', 17],
  ['team-drainage', '防汛排水抢险队', '防汛排水队', 'dept-water', 29],
  ['team-power-repair', '供电抢修队', '供电抢修队', 'utility-power', 15],
  ['team-water-repair', '供水抢修队', '供水抢修队', 'utility-water', 15],
  ['team-heat-repair', '供热抢修队', '供热抢修队', 'utility-heat', 11],
  ['team-communications', '应急通信保障队', '应急通信队', 'dept-industry', 9],
];

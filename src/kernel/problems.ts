import { fill, type Phrase } from './phrases.ts';

/**
 * Everything that can go wrong and be told to a person, in one list: key → status and words.
 * Guards and commands throw `problem(key)`, the API writes it, the form puts it beside its field.
 * A key that is no longer used stays listed with the reason, because clients may know it.
 */
export const PROBLEMS = {
  'input.invalid': [400, '提交的内容有误，请检查标出的栏目', 'The input is not valid; see the marked fields'],
  'input.required': [400, '「{label}」必须填写', '“{label}” is required'],
  'input.field': [400, '「{label}」填写有误：{reason}', '“{label}” is not valid: {reason}'],
  'input.too_large': [413, '内容过大，最多 {limit}', 'Too large; the limit is {limit}'],
  'input.media_type': [415, '不支持的内容类型', 'This content type is not supported'],
  'route.unknown': [404, '没有这个地址', 'There is no such address'],
  'record.unknown': [404, '没有这条记录，或您无权查看', 'There is no such record, or you may not see it'],
  'record.changed': [
    412,
    '{who}已于{at}修改了这条记录，请查看后再提交',
    '{who} changed this record at {at}; look at it and submit again',
  ],
  'record.version_missing': [428, '缺少版本号（If-Match）', 'The version (If-Match) is missing'],
  'record.doubled': [409, '「{label}」已存在：{value}', '“{label}” exists already: {value}'],
  'state.not_allowed': [
    409,
    '当前状态为「{state}」，不能「{transition}」',
    'The state is “{state}”; “{transition}” is not possible now',
  ],
  'state.taken': [
    409,
    '{who}已于{at}先行办理，当前状态为「{state}」，不能再「{transition}」',
    '{who} was first at {at}; the state is “{state}” now and “{transition}” is no longer possible',
  ],
  'state.guard': [409, '{reason}', '{reason}'],
  'command.key_reused': [409, '同一编号已用于另一项提交', 'This idempotency key was used for a different submission'],
  'command.unknown': [404, '没有这个命令', 'There is no such command'],
  'command.conflict': [503, '同时提交的人较多，请重试', 'Too many at the same instant; please try again'],
  'session.missing': [401, '请先登录', 'Please sign in'],
  'session.refused': [401, '用户名或口令不正确', 'The user name or password is wrong'],
  'session.code_needed': [401, '请输入动态口令', 'Please enter the one-time code'],
  'session.throttled': [429, '尝试次数过多，请 {minutes} 分钟后再试', 'Too many attempts; try again in {minutes} min'],
  'session.locked': [
    423,
    '长时间未操作，请重新验证后再办理',
    'Idle for long; please confirm who you are before acting',
  ],
  'session.code_wrong': [401, '动态口令不正确或已使用', 'The one-time code is wrong or was used already'],
  'session.second_factor_due': [403, '请先绑定并验证动态口令', 'Enrol and confirm an authenticator first'],
  'session.second_factor_there': [
    409,
    '已绑定动态口令；更换须由安全管理员解除',
    'An authenticator is enrolled already; the security administrator can take it off',
  ],
  'session.second_factor_not_begun': [409, '请先扫码绑定动态口令', 'Start the enrolment of an authenticator first'],
  'session.password_due': [403, '请先修改口令', 'Change your password first'],
  'session.password_weak': [400, '口令不符合要求：{reason}', 'The password does not meet the rule: {reason}'],
  'session.hat_unknown': [403, '您当前没有这个身份', 'You do not hold this post now'],
  'session.origin': [403, '请求来源不被接受', 'The origin of the request is not accepted'],
  'session.oidc_unlinked': [403, '该统一身份尚未关联账号，请联系系统管理员', 'This identity has no account here yet'],
  'session.oidc_failed': [401, '统一身份登录未完成，请重试', 'The central sign-in was not completed; please try again'],
  'session.oidc_unavailable': [503, '统一身份服务暂时不可用', 'The central identity service is unavailable'],
  'account.own': [409, '不能对自己的账号办理此事', 'This cannot be done to your own account'],
  'api_key.second_factor': [
    409,
    '该身份须使用动态口令，不能使用接口密钥',
    'This post needs a one-time code at sign-in and can have no API key',
  ],
  'session.wall_code': [
    401,
    '代码不对、已用过或已过期，请在值班台重新生成',
    'This code is wrong, was used or has run out; make a new one at the duty desk',
  ],
  'session.reads_only': [403, '大屏账号只用于显示，不能办理', 'The account of the wall shows and does nothing'],
  'api_key.reads_only': [
    403,
    '该密钥只能读取所限台账，不能办理',
    'This key reads some registers and does nothing else',
  ],
  'permission.missing': [
    403,
    '您没有「{permission}」权限；可由{who}授予',
    'You lack the permission “{permission}”; {who} can grant it',
  ],
  'permission.administrators_separate': [
    409,
    '系统、安全、审计三类管理员须由不同人员担任',
    'System, security and audit administration must be held by different people',
  ],
  'request.too_many': [429, '请求过于频繁，请 {seconds} 秒后再试', 'Too many requests; try again in {seconds} s'],
  'unit.circle': [409, '不能把单位调整到它自己的下级', 'A unit cannot be moved below itself'],
  'appointment.doubled': [409, '该人员在此期间已任该岗位', 'This person holds that post at that time already'],
  'responsibility.doubled': [
    409,
    '这段时间已由{unit}负责，请办理责任交接',
    '{unit} answers for it on some of these days; hand it over instead',
  ],
  'responsibility.retracted': [409, '该责任认定已被替换，请刷新', 'This was replaced meanwhile; look again'],
  'duty_list.changed_already': [
    409,
    '该条职责已经调整，请在新条目上办理',
    'This duty was changed already; act on its successor',
  ],
  'official_document.fixed': [
    409,
    '公文已送签或已签发，不能修改；已签发的请另行起草更正',
    'It was submitted or signed and stays as it is; a signed one is corrected by a new document',
  ],
  'official_document.same_person': [
    409,
    '签发人不能是本公文的起草人或修改人',
    'Whoever wrote a document cannot sign it; it needs a second person',
  ],
  'official_document.not_signed': [
    409,
    '只有已签发的同一对象公文才需要更正',
    'Only a signed document about the same record is corrected by another',
  ],
  'letterhead.missing': [409, '该机构没有登记发文代字，不能编号', 'This unit has no number series for papers'],
  'appointment.ended': [409, '该任职已经结束', 'This appointment has ended already'],
  'step.not_in_order': [409, '还不能办理：{items}', 'Not yet: {items}'],
  'step.reason_needed': [
    400,
    '仍有未了事项，须说明理由：{items}',
    'Something is left undone; say why the step is taken all the same: {items}',
  ],
  // No longer thrown since closing looks at more than orders (`step.not_in_order`); clients may know it.
  'incident.orders_open': [
    409,
    '还有 {count} 项指令未办结，不能办结事件',
    '{count} assignments are still open; the incident cannot be closed',
  ],
  'command_handover.taken': [
    409,
    '指挥权已于{at}移交{body}（{who}），请查看后再办理',
    'Command went to {body} ({who}) at {at}; look at that first',
  ],
  'activation.running': [
    409,
    '该事件已启动响应，请先调整或终止',
    'A response is active already; change or end it first',
  ],
  'activation.unassigned': [
    400,
    '条款 {clause} 没有承办人，请指定或移除',
    'Clause {clause} has nobody to carry it out; name somebody or take it out',
  ],
  'plan_text.unreadable': [400, '读不出预案文本：{reason}', 'The text of the plan cannot be read: {reason}'],
  'plan_text.too_long': [413, '文本过长，最多 {limit} 个条款', 'The text is too long; at most {limit} clauses'],
  'plan.superseded': [409, '该预案已被新版替代，请使用现行版本', 'The plan was superseded; use the edition in force'],
  'situation_report.issued': [409, '报告已报送，不能修改；请另发续报或更正', 'The report was issued; send a follow-up'],
  'database.unavailable': [
    503,
    '数据库暂时不可用，正在自动恢复，请稍后重试',
    'The database is unavailable; recovering',
  ],
  'storage.full': [507, '存储空间已满，未保存；请联系系统管理员', 'Storage is full; nothing was saved'],
  'server.stopping': [503, '系统正在重新启动，请稍后重试', 'The server is restarting; try again shortly'],
  'server.failed': [500, '系统内部错误，已记录（{reference}）', 'Internal error, recorded as {reference}'],
  'personal.destroyed': [410, '个人信息已按规定销毁', 'The personal data were destroyed as the law demands'],
  'personal.nothing_due': [409, '没有到期应销毁的个人信息', 'No personal data are due'],
  'personal.same_person': [409, '编制人不能批准自己的销毁单', 'Whoever prepared the sheet does not decide on it'],
  'personal.held': [409, '所涉事项正在证据保全中，不能销毁', 'The matter is under a legal hold; its data stay'],
  'personal.kept': [409, '已评估留存至 {until}', 'An assessment keeps these data until {until}'],
  'personal.on_sheet': [409, '已列入销毁单 {number}', 'They stand on sheet {number} already'],
  'clock.nothing_due': [409, '没有到期的时限', 'No time limit is due'],
  'external.off': [503, '尚未接通{holder}，请联系系统管理员', 'Not connected: {holder}; ask the system administrator'],
  'external.unreachable': [502, '对方系统没有应答：{reason}', 'The other system does not answer: {reason}'],
  'external.refused': [502, '对方系统拒绝了本机的凭据', 'The other system refused our credentials'],
  'external.redirected': [502, '对方系统转向了别处，已停止', 'The other system sent us elsewhere; stopped'],
  'external.not_json': [502, '对方系统返回的是网页，不是数据', 'The other system answered with a page instead of data'],
  'external.private_address': [
    502,
    '「{host}」指向内部网络地址，已拒绝访问；确需访问的由运维人员列入允许的内网主机',
    '“{host}” leads to an address inside the network and was refused; the operator may list it as a host of the intranet',
  ],
  'external.not_picture': [
    502,
    '对方返回的不是地图图片：{told}',
    'The other system answered with something else than a picture: {told}',
  ],
  'external.too_large': [502, '对方系统返回的内容过大', 'The answer of the other system is too large'],
  'import.nothing_new': [409, '没有新的内容需要写入', 'There is nothing new to write'],
  'import.not_now': [409, '导入正在{state}，现在不能这样办理', 'The import is {state}; this is not possible now'],
  'import.old_excel': [
    415,
    '这是旧版 Excel 文件（.xls）：请用表格软件另存为 .xlsx 后再导入',
    'This is an old Excel file (.xls): save it as .xlsx and import that',
  ],
  'import.format': [
    415,
    '只能导入 XLSX、CSV、GeoJSON、Shapefile（zip）、GeoPackage：{reason}',
    'XLSX, CSV, GeoJSON, Shapefile (zip) and GeoPackage can be imported: {reason}',
  ],
  'import.unreadable': [400, '文件无法读取：{reason}', 'The file cannot be read: {reason}'],
  'import.too_wide': [
    413,
    '表格有 {count} 列，最多 {limit} 列；请删去多余的列后再导入',
    'The sheet has {count} columns; the limit is {limit}',
  ],
  'import.too_long': [
    413,
    '数据超过 {limit} 行，请分成几个文件导入',
    'More than {limit} rows: import them in several files',
  ],
  'import.too_slow': [413, '文件解析时间过长，已停止', 'Reading the file took too long and was stopped'],
  'import.bomb': [413, '压缩包展开后超过 {limit}，不予导入', 'Unpacked it is larger than {limit}; it is not imported'],
  'import.no_rows': [400, '表中没有数据行', 'The sheet has no rows'],
  'import.unmapped': [400, '必填栏目「{label}」没有对应的列', 'No column stands for “{label}”, which is required'],
  'import.mapped_twice': [400, '「{label}」对应了不止一列', '“{label}” is given by more than one column'],
  'import.file_gone': [410, '暂存的文件已清除，请重新上传', 'The file is not kept any more; please upload it again'],
  'job.nothing_waiting': [409, '没有待运行的后台任务', 'No job is waiting'],
  'job.ended': [409, '该任务已经结束', 'This job has ended already'],
  'job.nobody': [
    403,
    '提交任务的人已不在岗，任务未运行',
    'Whoever asked for this job holds no post any more; it did not run',
  ],
  'clock.not_late': [409, '该时限没有逾期', 'This limit was not missed'],
  'message.nothing_new': [409, '没有新的消息需要登记', 'There is nothing new to note about these messages'],
  'message.not_signed': [401, '签名不正确或已过期', 'The signature is wrong or too old'],
  'message.no_such_choice': [400, '没有这个选项', 'There is no such choice'],
  'message.not_asked': [403, '该消息未向您征询答复', 'You were not asked by this message'],
  'message.choices_doubled': [400, '选项重复', 'The same choice is there twice'],
  'message.addressee_unknown': [400, '没有这类收件对象', 'There is no such kind of addressee'],
  'order.assignee_unknown': [400, '没有这个承办单位或人员，或已停用', 'This unit or person does not exist or has left'],
  'order.parts_open': [
    409,
    '还有 {count} 项分派任务未办结，请等待办结或收回后再办结',
    '{count} delegated parts are still open; wait for them or take them back first',
  ],
  'order.parent_ended': [
    409,
    '上级任务已经结束，不能再分派',
    'The part above has ended; nothing more can be delegated',
  ],
  'order.out_of_reach': [
    400,
    '只能分派给本单位人员、下级单位或本辖区单位',
    'Parts go to your own people, the units below you, or units in your area',
  ],
  'order.delegated_to_itself': [400, '不能把任务分派给自己', 'A part cannot be delegated to yourself'],
  'order.reassigned': [409, '该任务已改派，不能重复改派', 'This assignment has been given to somebody else already'],
  'file.cut_off': [400, '文件未传完，请重新上传', 'The file did not arrive whole; please upload it again'],
  'file.digest': [
    400,
    '文件内容与校验值不符，请重新上传',
    'The file does not match its digest; please upload it again',
  ],
  'file.not_yours': [
    400,
    '附件不存在，或不是您上传的',
    'The attachment does not exist or was uploaded by somebody else',
  ],
  'rule_set.not_owner': [403, '该规则由「{role}」提出修改', 'Changes of this rule are proposed by: {role}'],
  'rule_set.not_approver': [403, '该规则的修改由「{role}」审批', 'Changes of this rule are approved by: {role}'],
  'rule_set.not_yours': [403, '只有提出人本人可以办理', 'Only the person who proposed it can do this'],
  'rule_set.same_person': [409, '规则须由提出人以外的人审批', 'Somebody else than the proposer must decide on it'],
  'rule_set.not_draft': [409, '已提交，不能再修改；请另拟一版', 'It was submitted and stays as it is; draft another'],
  'rule_set.in_force': [409, '该版本已经生效，请另拟新版', 'This version is in force; propose the next one'],
  'rule_set.nothing_new': [409, '没有需要载入的规则', 'There are no rules to load'],
  'rule_set.no_try_out': [404, '该规则没有试算', 'This rule has no try-out'],
  'map.tile_unknown': [404, '没有这块地图', 'There is no such tile'],
  'map.source_silent': [
    502,
    '该图层来源于 {at} 未响应：{reason}',
    'The source of this layer did not answer at {at}: {reason}',
  ],
  'map.key_missing': [
    503,
    '本机未设置密钥 MAP_KEY_{name}，或未允许它用于 {host}，请联系系统管理员',
    'The key MAP_KEY_{name} is not set on this machine, or not for {host}; ask the system administrator',
  ],
  'map.archive_broken': [400, '无法读取瓦片文件：{reason}', 'The file of tiles cannot be read: {reason}'],
  'stock.short': [
    409,
    '「{item}」可用库存只有 {available}，不够 {asked}',
    '“{item}”: only {available} available, not {asked}',
  ],
  'stock.not_first': [
    400,
    '「{item}」未按先到期先出选择批次，请写明理由',
    '“{item}”: another lot expires first; say why this one is taken',
  ],
  'stock.not_pickable': [
    409,
    '批次 {batch} 已过期、已锁定或余量不足，不能出库',
    'Lot {batch} is expired, locked or too small and cannot be issued',
  ],
  'transfer.same_person': [
    409,
    '申请人、签收人不能自己审批，请由其他人员办理',
    'Somebody else than who asked for it or counted it must decide',
  ],
  'stocktake.running': [
    409,
    '「{warehouse}」正在盘点（{number}），办结后才能再开',
    '“{warehouse}” is being counted already ({number})',
  ],
  'stocktake.uncounted': [409, '还有 {count} 行没有盘点', '{count} lines are not counted yet'],
  'stocktake.unexplained': [409, '还有 {count} 行差异没有说明原因', '{count} lines differ and nobody has said why'],
  'stocktake.same_person': [
    409,
    '盘点差异须由盘点人以外的人审批',
    'Somebody else than those who counted must decide on the differences',
  ],
  'file.empty': [400, '文件为空', 'The file is empty'],
  'file.too_many_pixels': [
    413,
    '图片像素过多，最多 {limit} 百万像素',
    'The picture has too many pixels; the limit is {limit} million',
  ],
  'file.not_drawn': [415, '该文件不能在页面上显示，请下载原件', 'This file cannot be shown here; take the original'],
  'file.destroyed': [
    410,
    '该文件已按规定销毁，只保留校验值',
    'The file was destroyed as the rules demand; its digest stays',
  ],
  'file.held': [409, '文件 {digest}… 正在证据保全中，不能销毁', 'File {digest}… is under a legal hold and stays'],
  'file.not_due': [
    409,
    '文件 {digest}… 保存期限至 {at}，未到期不能销毁',
    'File {digest}… is to be kept until {at}; it is not due',
  ],
  'upload.too_many': [
    429,
    '同时上传的文件过多，最多 {limit} 个，请先完成或取消',
    'Too many uploads at a time; finish or cancel some of the {limit} first',
  ],
  'upload.incomplete': [
    409,
    '还缺 {count} 段（从第 {first} 段起），请续传',
    '{count} parts are missing, from part {first} on; go on uploading',
  ],
  'file.kind': [415, '不支持该类文件：{kind}', 'This kind of file is not accepted: {kind}'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemKey = keyof typeof PROBLEMS;

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly key: ProblemKey;
  readonly status: number;
  readonly phrase: Phrase;
  readonly params: Readonly<Record<string, unknown>>;
  /** Path of the input field it belongs to, such as `casualties.deaths`. */
  readonly field: string | undefined;
  readonly details: readonly FieldProblem[];

  constructor(
    key: ProblemKey,
    params: Readonly<Record<string, unknown>>,
    field?: string,
    details: FieldProblem[] = [],
  ) {
    const [status, zh, en] = PROBLEMS[key];
    super(`${key} ${field ?? ''}`.trim());
    this.key = key;
    this.status = status;
    this.phrase = fillBoth({ zh, en }, params);
    this.params = params;
    this.field = field;
    this.details = details;
  }
}

export interface FieldProblem {
  readonly field: string;
  readonly message: Phrase;
}

/** Parameters may be phrases themselves: each language takes its own half. */
function fillBoth(phrase: Phrase, params: Readonly<Record<string, unknown>>): Phrase {
  const half = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isPhrase(value) ? value[language] : value]),
    );
  return { zh: fill(phrase, half('zh')).zh, en: fill(phrase, half('en')).en };
}

function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** Builds the error to throw. `field` names the input field in the words of the API. */
export function problem(
  key: ProblemKey,
  params: Readonly<Record<string, unknown>> = {},
  field?: string,
  details?: FieldProblem[],
): Problem {
  return new Problem(key, params, field, details);
}

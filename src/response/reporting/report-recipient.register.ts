import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { REPORT_CHANNELS } from './report-recipients.rules.ts';
import { issueReport } from './situation-report.permissions.ts';

/** 报送对象: who outside was told of an incident, by which paper or by telephone, when, and what came back. */
export const reportRecipient = defineRegister('report_recipient', {
  plural: 'reportRecipients',
  label: { zh: '报送对象', en: 'Recipient of a report' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    /** Empty for a report by telephone before there was a paper. */
    reportId: reference({ label: { zh: '专报', en: 'Situation report' }, to: 'situation_report' }),
    recipient: text({ label: { zh: '对象', en: 'Recipient' }, required: true, max: 60 }),
    isCopy: boolean({ label: { zh: '抄送', en: 'Copy' } }),
    channel: choice({ label: { zh: '方式', en: 'Channel' }, options: REPORT_CHANNELS, required: true }),
    dueAt: instant({ label: { zh: '时限', en: 'Due' } }),
    sentAt: instant({ label: { zh: '报送时间', en: 'Sent at' }, required: true }),
    receivedAt: instant({ label: { zh: '收到时间', en: 'Received at' } }),
    readAt: instant({ label: { zh: '阅办时间', en: 'Read at' } }),
    /** The name that was given on the other side, as it is asked on the telephone. */
    receivedBy: text({ label: { zh: '接收人', en: 'Taken by' }, max: 60 }),
    lateReason: text({ label: { zh: '迟报原因', en: 'Why it was late' }, max: 500 }),
  },
  title: 'recipient',
  list: ['recipient', 'channel', 'sentAt', 'receivedAt', 'readAt'],
});

export const reportRecipientLifecycle = defineLifecycle(reportRecipient, {
  initial: 'sent',
  states: {
    sent: { zh: '已报', en: 'Sent' },
    received: { zh: '已收到', en: 'Received' },
    read: { zh: '已阅', en: 'Read' },
  },
  transitions: {
    receive: {
      label: { zh: '收到', en: 'Received' },
      from: ['sent'],
      to: 'received',
      may: issueReport,
      requires: ['receivedAt', 'receivedBy'],
      cites: '突发事件应对法 第61条',
    },
    read: {
      label: { zh: '已阅', en: 'Read' },
      from: ['sent', 'received'],
      to: 'read',
      may: issueReport,
      requires: ['readAt', 'receivedBy'],
    },
  },
});

import { describe, expect, it } from 'vitest';
import { attachmentHeader, paperFileName, safeFileName } from './file-name.ts';
import { HOSTILE, samplePaper } from './paper.fixture.ts';

describe('the file name of a paper', () => {
  it('is its title, with the mark of a drill', () => {
    expect(paperFileName(samplePaper({ title: '关于演习的报告（初报）' }), 'docx')).toBe('关于演习的报告（初报）.docx');
    expect(paperFileName(samplePaper({ title: '关于演习的报告', mark: 'drill' }), 'pdf')).toBe(
      '【演练】关于演习的报告.pdf',
    );
  });

  it('leads out of no folder and is taken by every file system', () => {
    expect(safeFileName('../../etc/passwd', 'pdf')).toBe('_.._etc_passwd.pdf');
    expect(safeFileName('C:\\a|b?*"<>.', 'pdf')).toBe('C__a_b_____.pdf');
    expect(safeFileName('CON', 'docx')).toBe('文书.docx');
    expect(safeFileName(' .. ', 'docx')).toBe('文书.docx');
    expect(safeFileName(HOSTILE.hidden, 'pdf')).toBe(`${HOSTILE.shown}.pdf`);
    expect(Buffer.byteLength(safeFileName('𠮷'.repeat(500), 'docx'))).toBeLessThanOrEqual(255);
  });

  it('travels in a header as plain ASCII that decodes to the name', () => {
    const header = attachmentHeader("关于'A*B'的报告（初报）!\r\nX: 1.docx");
    expect(header).toMatch(/^attachment; filename="paper\.docx"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe("关于'A*B'的报告（初报）!\r\nX: 1.docx");
  });
});

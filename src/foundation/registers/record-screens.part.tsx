/* The screens that every register has, in one bundle of their own. */

export { ChildRecords } from './ChildRecords.part.tsx';
export { DuplicateList } from './merging/Duplicates.part.tsx';
export { MergeRecords } from './merging/MergeRecords.part.tsx';
export { RecordFile } from './RecordFile.part.tsx';
export { CorrectRecord, NewRecord } from './RecordForm.part.tsx';
export { RecordList } from './RecordList.part.tsx';

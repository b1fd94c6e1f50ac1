import { PhotoField, Photos } from '../../design-system/web.ts';
import { FileLinks, FilesField } from '../../files/web.ts';
import { common, type FieldFace } from './face.part.tsx';

const idsOf = (value: unknown) => (value as readonly string[] | undefined) ?? [];

export const photos: FieldFace = {
  Input: (props) => <PhotoField {...common(props)} value={idsOf(props.value)} onChange={props.onChange} />,
  Cell: ({ value }) => <Photos ids={idsOf(value)} />,
};
export const files: FieldFace = {
  Input: (props) => <FilesField {...common(props)} value={idsOf(props.value)} onChange={props.onChange} />,
  Cell: ({ value }) => <FileLinks ids={idsOf(value)} />,
};

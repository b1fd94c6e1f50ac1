-- What an imported file says of its own coordinate system: the text of a .prj or of a GeoPackage.
alter table "import" add column projection text;
